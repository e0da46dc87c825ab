package haxe.internal.regexp;

import haxe.internal.regexp.Node;
import haxe.internal.regexp.CharacterSet;

/** What follows a backslash. **/
class EscapeParser {
	final reader:PatternReader;
	final groups:Groups;

	public function new(reader:PatternReader, groups:Groups) {
		this.reader = reader;
		this.groups = groups;
	}

	/** The backslash has been taken. **/
	public function parse(ignoreCase:Bool):Node {
		var property = characterClass();
		if (property != null) return Set(CharacterSet.of(property.test, property.isNegated));
		var letter = reader.peek();
		var node = switch (letter) {
			case "b".code: Assertion(WordBorder);
			case "B".code: Assertion(NoWordBorder);
			case "A".code: Assertion(TextStart);
			case "Z".code: Assertion(LastLineEnd);
			case "z".code: Assertion(TextEnd);
			case "G".code: Assertion(SearchStart);
			case "K".code: Keep;
			case "N".code if (reader.peek(1) != "{".code): Any(false);
			case "R".code: lineBreak();
			case "X".code: grapheme();
			default: null;
		}
		if (node != null) {
			reader.at++;
			return node;
		}
		return switch (letter) {
			case "k".code | "g".code: reference(ignoreCase);
			case code if (code >= "1".code && code <= "9".code): numbered(ignoreCase);
			default: Character(character(), ignoreCase);
		}
	}

	/** `\d`, `\p{L}` and their like, null where no such comes next. **/
	public function characterClass():Null<{test:Int->Bool, isNegated:Bool}> {
		var letter = reader.peek();
		var test = switch (letter | 32) {
			case "w".code: Properties.isWord;
			case "d".code: Properties.isDigit;
			case "s".code: Properties.isSpace;
			case "h".code: Properties.isHorizontalSpace;
			case "v".code: Properties.isVerticalSpace;
			case "p".code: null;
			default: return null;
		}
		reader.at++;
		var isNegated = letter & 32 == 0;
		return test == null ? property(isNegated) : {test: test, isNegated: isNegated};
	}

	/** The name after `\p`: one letter, or in braces, with `^` for all that does not have it. **/
	function property(isNegated:Bool):{test:Int->Bool, isNegated:Bool} {
		var start = reader.at;
		var name = reader.accept("{") ? reader.until("}") : String.fromCharCode(reader.next());
		if (name == null) name = "";
		if (StringTools.startsWith(name, "^")) {
			isNegated = !isNegated;
			name = name.substr(1);
		}
		var test = Properties.named(name);
		if (test == null) reader.fail("unknown property name after \\P or \\p", start);
		return {test: test, isNegated: isNegated};
	}

	/** A code point that the letters after the backslash stand for. **/
	public function character():Int {
		var start = reader.at;
		var code = reader.next();
		return switch (code) {
			case -1: reader.fail("\\ at end of pattern", start);
			case "a".code: 7;
			case "e".code: 27;
			case "f".code: 12;
			case "n".code: 10;
			case "r".code: 13;
			case "t".code: 9;
			case "c".code: control();
			case "x".code: reader.accept("{") ? inBraces(16, start) : reader.digits(16, 2, 0);
			case "o".code: reader.accept("{") ? inBraces(8, start) : reader.fail("missing opening brace after \\o", start);
			case "u".code: unicode(start);
			case "L".code | "l".code | "U".code | "N".code: reader.fail("\\L, \\l, \\U and \\N{name} are not supported", start);
			case digit if (digit >= "0".code && digit <= "7".code):
				reader.at--;
				reader.digits(8, 3, 0) & 0xFF;
			default: code;
		}
	}

	function control():Int {
		var letter = reader.next();
		if (letter < 32 || letter > 126) reader.fail("\\c must be followed by an ASCII character", reader.at);
		return (letter >= "a".code && letter <= "z".code ? letter - 32 : letter) ^ 64;
	}

	function inBraces(radix:Int, start:Int):Int {
		var code = reader.digits(radix, 8, -1);
		if (code < 0 || code > 0x10FFFF || !reader.accept("}")) reader.fail("malformed character code in {}", start);
		return code;
	}

	/** `\u0041`; two that are a surrogate pair are one code point. **/
	function unicode(start:Int):Int {
		var first = unicodeUnit(start);
		if (first & 0xFC00 != 0xD800 || !reader.accept("\\u")) return first;
		var second = unicodeUnit(start);
		if (second & 0xFC00 != 0xDC00) reader.fail("\\u must be followed by four hexadecimal digits", start);
		return ((first - 0xD7C0) << 10) | (second & 0x3FF);
	}

	function unicodeUnit(start:Int):Int {
		var before = reader.at;
		var unit = reader.digits(16, 4, -1);
		if (reader.at != before + 4) reader.fail("\\u must be followed by four hexadecimal digits", start);
		return unit;
	}

	/** `\R`: any way to end a line, a carriage return with its line feed as one. **/
	static function lineBreak():Node {
		return Atomic(Choice([
			Sequence([Character(13, false), Character(10, false)]),
			Set(CharacterSet.of(Properties.isVerticalSpace, false))
		]));
	}

	/** `\X`: a character with the marks that stand on it. **/
	static function grapheme():Node {
		var isMark = Properties.named("M");
		return Atomic(Sequence([Any(true), Repeat(Set(CharacterSet.of(isMark, false)), 0, -1, Greedy)]));
	}

	/** `\1`. From 8 on it is a group only where there are so many before it, and else an octal number or the digit itself. **/
	function numbered(ignoreCase:Bool):Node {
		var start = reader.at;
		var number = reader.decimal();
		if (number < 8 || number <= groups.count) {
			groups.refer(number, reader.at);
			return BackReference(number, ignoreCase);
		}
		reader.at = start;
		return Character(character(), ignoreCase);
	}

	/** `\g1`, `\g{-1}`, `\g{name}`, `\k<name>`, `\k'name'`, `\k{name}` **/
	function reference(ignoreCase:Bool):Node {
		var start = reader.at;
		var isNumbered = reader.next() == "g".code;
		var hasBraces = reader.accept("{");
		if (!isNumbered) {
			if (hasBraces) return namedReference("}", ignoreCase);
			if (reader.accept("<")) return namedReference(">", ignoreCase);
			if (reader.accept("'")) return namedReference("'", ignoreCase);
			reader.fail("\\k is not followed by a name in braces, angle brackets or quotes");
		}
		if (reader.peek() == "<".code || reader.peek() == "'".code) reader.fail("recursion is not supported", start);
		var isRelative = reader.accept("-");
		var number = reader.decimal();
		if (number < 0 && hasBraces && !isRelative) return namedReference("}", ignoreCase);
		var group = isRelative ? groups.count + 1 - number : number;
		if (number < 0 || hasBraces && !reader.accept("}")) reader.fail("\\g is not followed by a number or a name in braces");
		groups.refer(group, reader.at);
		return BackReference(group, ignoreCase);
	}

	public function namedReference(end:String, ignoreCase:Bool):Node {
		var start = reader.at;
		var known = groups.named(groupName(end));
		if (known == null) reader.fail("reference to non-existent subpattern", start);
		return BackReference(known, ignoreCase);
	}

	/** A name and the `end` behind it, which is taken too. **/
	public function groupName(end:String):String {
		var start = reader.at;
		while (isNameUnit(reader.peek())) reader.at++;
		var name = reader.text.substring(start, reader.at);
		if (name == "" || StringTools.fastCodeAt(name, 0) < "A".code) reader.fail("a group's name must start with a letter or _", start);
		if (!reader.accept(end)) reader.fail("syntax error in a group's name (missing terminator)");
		return name;
	}

	static function isNameUnit(unit:Int):Bool {
		return unit < 0x80 && Properties.isWord(unit);
	}
}
