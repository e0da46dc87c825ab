package haxe.internal;

/**
	Upper and lower case of single UTF-16 units, for the scripts whose letters stand in regular rows: Latin (Basic,
	Latin-1, Extended-A), Greek, Cyrillic, Armenian. Units without a one-unit counterpart stay as they are.
**/
class LetterCase {
	public static function toUpper(unit:Int):Int {
		if (unit < 0x80) return unit >= 0x61 && unit <= 0x7A ? unit - 32 : unit;
		if (unit == 0xB5) return 0x39C;
		if (unit == 0xFF) return 0x178;
		if (unit >= 0xE0 && unit <= 0xFE) return unit == 0xF7 ? unit : unit - 32;
		if (unit >= 0x100 && unit <= 0x17F) return extendedUpper(unit);
		if (unit >= 0x3B1 && unit <= 0x3CB) return unit == 0x3C2 ? 0x3A3 : unit - 32;
		if (unit >= 0x430 && unit <= 0x44F) return unit - 32;
		if (unit >= 0x450 && unit <= 0x45F) return unit - 80;
		if (unit >= 0x561 && unit <= 0x586) return unit - 48;
		return unit;
	}

	public static function toLower(unit:Int):Int {
		if (unit < 0x80) return unit >= 0x41 && unit <= 0x5A ? unit + 32 : unit;
		if (unit >= 0xC0 && unit <= 0xDE) return unit == 0xD7 ? unit : unit + 32;
		if (unit >= 0x100 && unit <= 0x17F) return extendedLower(unit);
		if (unit >= 0x391 && unit <= 0x3AB) return unit == 0x3A2 ? unit : unit + 32;
		if (unit >= 0x410 && unit <= 0x42F) return unit + 32;
		if (unit >= 0x400 && unit <= 0x40F) return unit + 80;
		if (unit >= 0x531 && unit <= 0x556) return unit + 48;
		return unit;
	}

	/** In Latin Extended-A pairs are neighbours; in some rows the even unit is the capital, in others the odd one. **/
	static function capitalIsOdd(unit:Int):Bool {
		return unit >= 0x139 && unit <= 0x148 || unit >= 0x179 && unit <= 0x17E;
	}

	static function hasNoPair(unit:Int):Bool {
		return unit == 0x130 || unit == 0x131 || unit == 0x138 || unit == 0x149 || unit == 0x178 || unit == 0x17F;
	}

	static function extendedUpper(unit:Int):Int {
		if (unit == 0x131) return 0x49;
		if (unit == 0x17F) return 0x53;
		if (hasNoPair(unit)) return unit;
		var isCapital = (unit & 1 == 1) == capitalIsOdd(unit);
		return isCapital ? unit : unit - 1;
	}

	static function extendedLower(unit:Int):Int {
		if (unit == 0x178) return 0xFF;
		if (hasNoPair(unit)) return unit;
		var isCapital = (unit & 1 == 1) == capitalIsOdd(unit);
		return isCapital ? unit + 1 : unit;
	}
}
