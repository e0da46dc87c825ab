package haxe.internal.regexp;

import haxe.internal.unicode.CaseVariants;

/** The code points that a class such as `[a-z\d]` matches. **/
class CharacterSet {
	/** What there is in it, or where it is negated what is not. **/
	final parts:Array<SetPart> = [];

	public var isNegated:Bool = false;

	final ignoreCase:Bool;

	/** A bit for each code point of ASCII, made when first asked. **/
	final ascii:Array<Int> = [];

	public function new(ignoreCase:Bool) {
		this.ignoreCase = ignoreCase;
	}

	public function add(part:SetPart):Void {
		parts.push(part);
	}

	public function contains(code:Int):Bool {
		if (code >= 0x80) return test(code);
		if (ascii.length == 0) fillAscii();
		return (ascii[code >> 5] >>> (code & 31)) & 1 == 1;
	}

	function fillAscii():Void {
		for (word in 0...4) {
			var bits = 0;
			for (bit in 0...32) if (test(word * 32 + bit)) bits |= 1 << bit;
			ascii.push(bits);
		}
	}

	function test(code:Int):Bool {
		return (ignoreCase ? hasVariant(code) : hasPart(code, code)) != isNegated;
	}

	function hasVariant(code:Int):Bool {
		for (variant in CaseVariants.of(code)) if (hasPart(variant, code)) return true;
		return false;
	}

	/** Is `letter` in a range, or has the code point itself, whatever its case, a property? **/
	function hasPart(letter:Int, code:Int):Bool {
		for (part in parts) {
			var isIn = switch (part) {
				case Range(first, last): letter >= first && letter <= last;
				case Property(property, isNegated): property(code) != isNegated;
			}
			if (isIn) return true;
		}
		return false;
	}

	/** The set of one property. **/
	public static function of(property:Int->Bool, isNegated:Bool):CharacterSet {
		var set = new CharacterSet(false);
		set.add(Property(property, isNegated));
		return set;
	}
}

enum SetPart {
	/** Both ends included. **/
	Range(first:Int, last:Int);

	Property(property:Int->Bool, isNegated:Bool);
}
