package haxe.internal;

/** Puts text together from UTF-8 that comes byte by byte. Throws an `Exception` where the bytes are none. **/
class Utf8Reader {
	final result:StringBuf;

	/** The code point as far as its bytes have come, how many are missing, and the least that its length may hold. **/
	var code:Int = 0;

	var missing:Int = 0;
	var least:Int = 0;

	public function new(result:StringBuf) {
		this.result = result;
	}

	public function add(byte:Int):Void {
		if (missing == 0) start(byte) else next(byte);
		if (missing == 0) result.addChar(code);
	}

	/** No byte follows. **/
	public function finish():Void {
		if (missing > 0) malformed();
	}

	function start(byte:Int):Void {
		if (byte < 0x80) expect(byte, 0, 0)
		else if (byte >= 0xC2 && byte < 0xE0) expect(byte & 0x1F, 1, 0x80)
		else if (byte >= 0xE0 && byte < 0xF0) expect(byte & 0x0F, 2, 0x800)
		else if (byte >= 0xF0 && byte < 0xF5) expect(byte & 0x07, 3, 0x10000)
		else malformed();
	}

	function expect(bits:Int, missing:Int, least:Int):Void {
		code = bits;
		this.missing = missing;
		this.least = least;
	}

	function next(byte:Int):Void {
		if (byte & 0xC0 != 0x80) malformed();
		code = (code << 6) | (byte & 0x3F);
		missing--;
		var isSurrogate = code >= 0xD800 && code < 0xE000;
		if (missing == 0 && (code < least || code > 0x10FFFF || isSurrogate)) malformed();
	}

	static function malformed():Void {
		throw new haxe.Exception("Malformed UTF-8");
	}
}
