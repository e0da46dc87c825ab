class InlineAndFinal {
	static inline final LIMIT = 3 * 4;
	static inline function square(x:Float) return x * x;
	final name:String;
	public inline function new(name) this.name = name;
	public inline function hello(times = 1) {
		var s = "";
		for (i in 0...times) s += name;
		return s;
	}
	static function main() {
		Sys.println(LIMIT);
		var i = 2;
		Sys.println(square(i++));
		Sys.println(i);
		final o = new InlineAndFinal("ab");
		Sys.println(o.hello(2) + o.hello());
	}
}
