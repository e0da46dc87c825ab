package haxe;

using haxe.iterators.StringIteratorUnicode;

/** Operations on the code points of text, from the time before `UnicodeString`. **/
@:deprecated('haxe.Utf8 is deprecated. Use UnicodeString instead.')
class Utf8 {
	final text:StringBuf = new StringBuf();

	/** `size` says how much text is expected; it changes nothing. **/
	public function new(?size:Int) {}

	/** Appends one code point. **/
	public function addChar(c:Int):Void {
		text.addChar(c);
	}

	public function toString():String {
		return text.toString();
	}

	/** Calls `chars` with each code point. **/
	public static function iter(s:String, chars:Int->Void):Void {
		for (code in s.unicodeIterator()) chars(code);
	}

	/** The UTF-8 bytes of `s`, each as one character. **/
	public static function encode(s:String):String {
		return haxe.internal.Utf8Bytes.asCharacters(s);
	}

	/** The text whose UTF-8 bytes the characters of `s` are. Throws an `Exception` where they are none. **/
	public static function decode(s:String):String {
		var result = new StringBuf();
		var bytes = new haxe.internal.Utf8Reader(result);
		for (byte in StringTools.iterator(s)) bytes.add(byte);
		bytes.finish();
		return result.toString();
	}

	/** The code point at `index`. **/
	public static function charCodeAt(s:String, index:Int):Int {
		return (s : UnicodeString).charCodeAt(index);
	}

	/** Strings here are always valid. **/
	public static function validate(s:String):Bool {
		return true;
	}

	/** The number of code points. **/
	public static function length(s:String):Int {
		return (s : UnicodeString).length;
	}

	/** Negative, 0 or positive. **/
	public static function compare(a:String, b:String):Int {
		return a < b ? -1 : (a == b ? 0 : 1);
	}

	/** `len` code points from `pos`. **/
	public static function sub(s:String, pos:Int, len:Int):String {
		return (s : UnicodeString).substr(pos, len);
	}
}
