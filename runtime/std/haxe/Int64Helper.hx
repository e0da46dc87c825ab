package haxe;

using haxe.Int64;

/** From texts and floats to `Int64`. **/
class Int64Helper {
	/** The smallest number from which on not every whole number has a float of its own. **/
	static inline final FIRST_INEXACT = 9007199254740992.0;

	static inline final TWO_TO_32 = 4294967296.0;

	/**
		The number that a text has in decimal digits, with blanks around it or not. Throws a text that begins with
		"NumberFormatError" where there is none, or one out of range.
	**/
	public static function parseString(sParam:String):Int64 {
		var text = StringTools.trim(sParam);
		var isNegative = StringTools.startsWith(text, "-");
		var value:Int64 = 0;
		for (i in (isNegative ? 1 : 0)...text.length) {
			var digit = StringTools.fastCodeAt(text, i) - "0".code;
			if (digit < 0 || digit > 9) throw "NumberFormatError";
			value = appended(value, isNegative ? -digit : digit);
		}
		return value;
	}

	/** The number with one digit more, which has its sign. **/
	static function appended(value:Int64, digit:Int):Int64 {
		var isNegative = digit < 0 || value.isNeg();
		var result = value * 10 + digit;
		var before = result / 10;
		if (before != value || result - before * 10 != digit) {
			throw isNegative ? "NumberFormatError: Underflow" : "NumberFormatError: Overflow";
		}
		return result;
	}

	/** Towards zero. Throws where the number is beyond 2^53, so that it may have lost digits already. **/
	public static function fromFloat(f:Float):Int64 {
		if (!Math.isFinite(f)) throw "Number is NaN or Infinite";
		if (f >= FIRST_INEXACT) throw "Conversion overflow";
		if (f <= -FIRST_INEXACT) throw "Conversion underflow";
		var whole = Math.ffloor(Math.abs(f));
		var high = Math.ffloor(whole / TWO_TO_32);
		var value = Int64.make(Std.int(high), Std.int(whole - high * TWO_TO_32));
		return f < 0.0 ? -value : value;
	}
}
