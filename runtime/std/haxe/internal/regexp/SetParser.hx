package haxe.internal.regexp;

import haxe.internal.regexp.CharacterSet;

/** Reads classes such as `[^a-z\d[:punct:]]`. **/
class SetParser {
	final reader:PatternReader;
	final escapes:EscapeParser;

	public function new(reader:PatternReader, escapes:EscapeParser) {
		this.reader = reader;
		this.escapes = escapes;
	}

	/** The `[` has been taken. **/
	public function parse(ignoreCase:Bool):CharacterSet {
		var set = new CharacterSet(ignoreCase);
		set.isNegated = reader.accept("^");
		var first = reader.at;
		var isQuoted = false;
		while (isQuoted || reader.at == first || reader.peek() != "]".code) {
			if (reader.atEnd()) reader.fail("missing terminating ] for character class");
			if (reader.accept(isQuoted ? "\\E" : "\\Q")) {
				isQuoted = !isQuoted;
			} else if (isQuoted) {
				var code = reader.next();
				set.add(Range(code, code));
			} else if (!reader.accept("\\E")) {
				item(set, ignoreCase);
			}
		}
		reader.at++;
		return set;
	}

	function item(set:CharacterSet, ignoreCase:Bool):Void {
		var property = characterClass(ignoreCase);
		if (property != null) {
			set.add(Property(property.test, property.isNegated));
			return;
		}
		var start = reader.at;
		var low = code();
		var high = isRange() ? rangeEnd(low, start) : low;
		set.add(Range(low, high));
	}

	/** Does `-` come next, and something behind it? **/
	function isRange():Bool {
		return reader.peek() == "-".code && reader.peek(1) != "]".code && reader.peek(1) != -1;
	}

	function rangeEnd(low:Int, start:Int):Int {
		reader.at++;
		var end = reader.at;
		if (characterClass(false) != null) reader.fail("invalid range in character class", end);
		var high = code();
		if (high < low) reader.fail("range out of order in character class", start);
		return high;
	}

	/** `[:name:]`, `\d` and their like, null where no such comes next. **/
	function characterClass(ignoreCase:Bool):Null<{test:Int->Bool, isNegated:Bool}> {
		if (reader.peek() == "[".code) return posix(ignoreCase);
		if (reader.peek() != "\\".code) return null;
		reader.at++;
		var property = escapes.characterClass();
		if (property == null) reader.at--;
		return property;
	}

	function posix(ignoreCase:Bool):Null<{test:Int->Bool, isNegated:Bool}> {
		var start = reader.at;
		var isCollating = reader.peek(1) == ".".code || reader.peek(1) == "=".code;
		if (isCollating && reader.text.indexOf(reader.text.charAt(start + 1) + "]", start + 2) > 0) {
			reader.fail("POSIX collating elements are not supported", start);
		}
		if (!reader.accept("[:")) return null;
		var isNegated = reader.accept("^");
		var name = reader.text.substring(reader.at, letters(reader.at));
		reader.at += name.length;
		if (!reader.accept(":]")) {
			reader.at = start;
			return null;
		}
		var isCase = ignoreCase && (name == "upper" || name == "lower");
		var test = isCase ? Properties.named("L&") : Properties.posix(name);
		if (test == null) reader.fail("unknown POSIX class name", start);
		return {test: test, isNegated: isNegated};
	}

	/** Where the small letters from `at` on end. **/
	function letters(at:Int):Int {
		var unit = StringTools.fastCodeAt(reader.text, at);
		return unit >= "a".code && unit <= "z".code ? letters(at + 1) : at;
	}

	function code():Int {
		if (!reader.accept("\\")) return reader.next();
		return reader.accept("b") ? 8 : escapes.character();
	}
}
