package haxe.internal;

/** Reads whole numbers: white space, sign, then decimal digits or 0x and hexadecimal ones; wraps at 32 bits. **/
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
		var result = 0;
		var digit = digitAt(text, at, radix);
		while (digit >= 0) {
			result = result * radix + digit;
			at++;
			digit = digitAt(text, at, radix);
		}
		if (at == first) return null;
		return sign == "-".code ? -result : result;
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
