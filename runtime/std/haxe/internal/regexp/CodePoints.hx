package haxe.internal.regexp;

/** Steps between the code points of a text, which are one unit or a surrogate pair. **/
class CodePoints {
	@:intrinsic("string.charCodeAt") static function unitAt(text:String, index:Int):Int;

	/** The position behind the code point at `at`; a pair does not reach over `end`. **/
	public static function after(text:String, at:Int, end:Int):Int {
		var isPair = unitAt(text, at) & 0xFC00 == 0xD800 && at + 1 < end && unitAt(text, at + 1) & 0xFC00 == 0xDC00;
		return isPair ? at + 2 : at + 1;
	}

	/** The position of the code point before `at`. **/
	public static function before(text:String, at:Int):Int {
		var isPair = at > 1 && unitAt(text, at - 1) & 0xFC00 == 0xDC00 && unitAt(text, at - 2) & 0xFC00 == 0xD800;
		return isPair ? at - 2 : at - 1;
	}

	/** The code point at `at`; -1 at the end. **/
	public static function at(text:String, at:Int, end:Int):Int {
		if (at >= end) return -1;
		return after(text, at, end) == at + 2 ? StringTools.utf16CodePointAt(text, at) : unitAt(text, at);
	}
}
