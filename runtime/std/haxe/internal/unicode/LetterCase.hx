package haxe.internal.unicode;

/** Upper and lower case of code points, one to one as the Unicode Character Database maps them. **/
class LetterCase {
	static var upper:Null<CaseRuns> = null;
	static var lower:Null<CaseRuns> = null;

	public static function toUpper(code:Int):Int {
		if (code < 0x80) return code >= "a".code && code <= "z".code ? code - 32 : code;
		var runs = upper;
		if (runs == null) upper = runs = new CaseRuns(UnicodeTables.TO_UPPER);
		return runs.map(code);
	}

	public static function toLower(code:Int):Int {
		if (code < 0x80) return code >= "A".code && code <= "Z".code ? code + 32 : code;
		var runs = lower;
		if (runs == null) lower = runs = new CaseRuns(UnicodeTables.TO_LOWER);
		return runs.map(code);
	}
}
