package haxe.internal.unicode;

/** Code points that are one letter where case does not count. **/
class CaseVariants {
	/** From a letter to all of its set, for sets of three letters and more. **/
	static var sets:Null<Map<Int, Array<Int>>> = null;

	/** The code point first, then what differs from it in case only. **/
	public static function of(code:Int):Array<Int> {
		var variants = [code];
		addTo(variants, LetterCase.toLower(code));
		addTo(variants, LetterCase.toUpper(code));
		if (mayHaveMore(code)) for (other in largeSet(code)) addTo(variants, other);
		return variants;
	}

	/** The same for code points that are one letter. **/
	public static function fold(code:Int):Int {
		return LetterCase.toLower(LetterCase.toUpper(code));
	}

	static function addTo(variants:Array<Int>, code:Int):Void {
		if (variants.indexOf(code) < 0) variants.push(code);
	}

	/** Of ASCII only k (the sign of Kelvin) and s (the long s) have a third form. **/
	static function mayHaveMore(code:Int):Bool {
		return code >= 0x80 || code | 32 == "k".code || code | 32 == "s".code;
	}

	static function largeSet(code:Int):Array<Int> {
		var table = sets;
		if (table == null) sets = table = unpack();
		return table[code] ?? [];
	}

	static function unpack():Map<Int, Array<Int>> {
		var table:Map<Int, Array<Int>> = [];
		for (packed in UnicodeTables.FOLDED.split(";")) {
			var set = PackedNumbers.all(packed);
			for (code in set) table[code] = set;
		}
		return table;
	}
}
