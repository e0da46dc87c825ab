package haxe.internal;

/** Text in URLs: its UTF-8 bytes, those that an URL cannot hold as `%` and two hexadecimal digits. **/
class PercentEncoding {
	public static function encode(text:String):String {
		var result = new StringBuf();
		for (code in new haxe.iterators.StringIteratorUnicode(text)) {
			if (isPlain(code)) result.addChar(code) else Utf8Bytes.each(code, byte -> addByte(result, byte));
		}
		return result.toString();
	}

	static function isPlain(code:Int):Bool {
		return code >= "a".code && code <= "z".code || code >= "A".code && code <= "Z".code || code >= "0".code && code <= "9".code
			|| code == "-".code || code == "_".code || code == ".".code;
	}

	static function addByte(result:StringBuf, byte:Int):Void {
		result.add("%");
		result.add(StringTools.hex(byte, 2));
	}

	public static function decode(text:String):String {
		var result = new StringBuf();
		var bytes = new Utf8Reader(result);
		var at = 0;
		while (at < text.length) {
			var unit = StringTools.fastCodeAt(text, at++);
			if (unit == "%".code) {
				var high = digitAt(text, at);
				var low = digitAt(text, at + 1);
				if (high >= 0 && low >= 0) {
					bytes.add(high * 16 + low);
					at += 2;
				}
			} else {
				bytes.finish();
				result.addChar(unit == "+".code ? " ".code : unit);
			}
		}
		bytes.finish();
		return result.toString();
	}

	static function digitAt(text:String, at:Int):Int {
		var unit = StringTools.fastCodeAt(text, at);
		if (unit >= "0".code && unit <= "9".code) return unit - "0".code;
		var lower = unit | 32;
		return lower >= "a".code && lower <= "f".code ? lower - "a".code + 10 : -1;
	}
}
