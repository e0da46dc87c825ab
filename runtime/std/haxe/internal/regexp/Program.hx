package haxe.internal.regexp;

/** A compiled pattern. It holds no state of a search, so all that search with the same pattern share it. **/
class Program {
	public final pattern:String;

	/** Operations (`Op`) and their numbers. **/
	public final code:Array<Int>;

	public final sets:Array<CharacterSet>;

	/** Groups in parentheses. **/
	public final groups:Int;

	public final registers:Int;

	/** What a match starts with. **/
	public final start:MatchStart;

	/** Does nothing that happened before a place in program and text change what can follow? **/
	public final isMemoryless:Bool;

	public function new(pattern:String, code:Array<Int>, sets:Array<CharacterSet>, groups:Int, registers:Int, start:MatchStart,
			isMemoryless:Bool) {
		this.pattern = pattern;
		this.code = code;
		this.sets = sets;
		this.groups = groups;
		this.registers = registers;
		this.start = start;
		this.isMemoryless = isMemoryless;
	}

	static var cache:Map<String, Program> = [];
	static var cached:Int = 0;

	/** So many patterns stay compiled: a literal in a loop is compiled once. **/
	static inline final CACHE_SIZE = 500;

	/** `flags` are some of "ims". Throws a `RegexpException`. **/
	public static function of(pattern:String, flags:String):Program {
		var key = flags + "/" + pattern;
		var known = cache[key];
		if (known != null) return known;
		if (cached >= CACHE_SIZE) {
			cache = [];
			cached = 0;
		}
		cached++;
		var program = compile(pattern, flags);
		cache[key] = program;
		return program;
	}

	static function compile(pattern:String, flags:String):Program {
		var has = (flag:String) -> flags.indexOf(flag) >= 0;
		var options:Options = {ignoreCase: has("i"), multiline: has("m"), dotAll: has("s"), extended: false};
		return Compiler.compile(pattern, Parser.parse(pattern, options));
	}
}
