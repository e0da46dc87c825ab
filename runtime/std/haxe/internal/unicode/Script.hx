package haxe.internal.unicode;

/** The code points of a script such as "Greek". **/
class Script {
	static final known:Map<String, Array<Int>> = [];

	/** Is there a table for the script? **/
	public static function exists(name:String):Bool {
		return UnicodeTables.script(name) != null;
	}

	/** Is the code point of the script? **/
	public static function contains(name:String, code:Int):Bool {
		var ranges = rangesOf(name);
		var i = 0;
		while (i < ranges.length && ranges[i] <= code) {
			if (code <= ranges[i + 1]) return true;
			i += 2;
		}
		return false;
	}

	static function rangesOf(name:String):Array<Int> {
		var ranges = known[name];
		if (ranges == null) known[name] = ranges = PackedNumbers.all(UnicodeTables.script(name) ?? "");
		return ranges;
	}
}
