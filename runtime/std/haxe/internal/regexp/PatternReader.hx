package haxe.internal.regexp;

/** Steps through the text of a pattern. **/
class PatternReader {
	public final text:String;
	public var at:Int = 0;

	public function new(text:String) {
		this.text = text;
	}

	public function atEnd():Bool {
		return at >= text.length;
	}

	/** The unit that comes next, `ahead` units further; -1 past the end. **/
	public function peek(ahead:Int = 0):Int {
		return StringTools.fastCodeAt(text, at + ahead);
	}

	/** The code point that comes next, which is taken; -1 past the end. **/
	public function next():Int {
		var code = StringTools.utf16CodePointAt(text, at);
		at += code < 0x10000 ? 1 : 2;
		return code;
	}

	/** Takes `expected` where it comes next. **/
	public function accept(expected:String):Bool {
		if (text.substr(at, expected.length) != expected) return false;
		at += expected.length;
		return true;
	}

	/** Takes what is before `end`, and `end` too; null where it does not come. **/
	public function until(end:String):Null<String> {
		var found = text.indexOf(end, at);
		if (found < 0) return null;
		var taken = text.substring(at, found);
		at = found + end.length;
		return taken;
	}

	/** The decimal number that comes next, at most 65535 (more reads as 65536); -1 where none does. **/
	public function decimal():Int {
		if (!isDigit(peek())) return -1;
		var value = 0;
		while (isDigit(peek())) {
			value = value * 10 + next() - "0".code;
			if (value > 65536) value = 65536;
		}
		return value;
	}

	/** The number of up to `most` digits of the radix that come next; `otherwise` where none does. **/
	public function digits(radix:Int, most:Int, otherwise:Int):Int {
		var value = otherwise;
		for (i in 0...most) {
			var digit = digitOf(peek());
			if (digit >= radix) break;
			value = (i == 0 ? 0 : value) * radix + digit;
			at++;
		}
		return value;
	}

	static function isDigit(unit:Int):Bool {
		return unit >= "0".code && unit <= "9".code;
	}

	/** 16 and more where it is none. **/
	static function digitOf(unit:Int):Int {
		if (isDigit(unit)) return unit - "0".code;
		var lower = unit | 32;
		return lower >= "a".code && lower <= "f".code ? lower - "a".code + 10 : 16;
	}

	public function fail(message:String, ?position:Int):Dynamic {
		throw new RegexpException(message, position ?? at, text);
	}
}
