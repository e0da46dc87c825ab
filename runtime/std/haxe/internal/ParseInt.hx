package haxe.internal;

/** Reads whole numbers: white space, sign, then decimal digits or 0x and up to 32 bits of hexadecimal ones. **/
class ParseInt {
	public static function parse(text:String):Null<Int> {
		if (text == null) return null;
		var at = 0;
		while (at < text.length && isSpace(unit(text, at))) at++;
		var sign = unit(text, at);
		if (sign == "-".code || sign == "+".code) at++;
		var isHex = unit(text, at) == "0".code && (unit(text, at + 1) | 32) == "x".code;
		if (isHex) at += 2;
		var radix = isHex ? 16 : 10;
		var first = at;
		// Exact as far as it matters: what leaves 32 bits is no Int.
		var size = 0.0;
		var digit = digitAt(text, at, radix);
		while (digit >= 0) {
			size = size * radix + digit;
			at++;
			digit = digitAt(text, at, radix);
		}
		if (at == first) return null;
		return isHex ? fromBits(size, sign) : fromSize(sign == "-".code ? -size : size);
	}

	static function fromSize(value:Float):Null<Int> {
		return value < -2147483648.0 || value > 2147483647.0 ? null : Std.int(value);
	}

	static function fromBits(size:Float, sign:Int):Null<Int> {
		if (size > 4294967295.0) return null;
		var bits = Std.int(size);
		return sign == "-".code ? -bits : bits;
	}

	static function isSpace(code:Int):Bool {
		return code == 32 || code >= 9 && code <= 13;
	}

	/** -1 past the end, which is no digit, sign or space. **/
	static function unit(text:String, at:Int):Int {
		var code = text.charCodeAt(at);
		return code == null ? -1 : code;
	}

	static function digitAt(text:String, at:Int, radix:Int):Int {
		var code = unit(text, at);
		var digit = code >= "0".code && code <= "9".code ? code - "0".code : (code | 32) >= "a".code
			&& (code | 32) <= "f".code ? (code | 32) - "a".code + 10 : -1;
		return digit < radix ? digit : -1;
	}
}
