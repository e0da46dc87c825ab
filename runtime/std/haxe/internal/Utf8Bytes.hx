package haxe.internal;

/** The UTF-8 of text, byte by byte. **/
class Utf8Bytes {
	/** Calls `write` with the bytes of a code point. **/
	public static function each(code:Int, write:Int->Void):Void {
		if (code < 0x80) {
			write(code);
			return;
		}
		var size = code < 0x800 ? 2 : (code < 0x10000 ? 3 : 4);
		var mark = size == 2 ? 0xC0 : (size == 3 ? 0xE0 : 0xF0);
		write(mark | (code >> 6 * (size - 1)));
		for (i in 1...size) write(0x80 | ((code >> 6 * (size - 1 - i)) & 0x3F));
	}

	/** A text with a character for each byte. **/
	public static function asCharacters(text:String):String {
		var result = new StringBuf();
		for (code in new haxe.iterators.StringIteratorUnicode(text)) each(code, result.addChar);
		return result.toString();
	}
}
