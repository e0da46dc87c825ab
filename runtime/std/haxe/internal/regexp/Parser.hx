package haxe.internal.regexp;

import haxe.internal.regexp.Node;


/**
	Reads the syntax of Perl's regular expressions as PCRE 8 has it. Not supported are recursion and calls of groups,
	verbs such as `(*ACCEPT)`, and conditions other than that a group has matched.
**/
class Parser {
	final reader:PatternReader;
	final escapes:EscapeParser;
	final sets:SetParser;
	final groups:Groups = new Groups();
	var options:Options;
	var depth:Int = 0;

	/** Groups may be nested this deep. **/
	static inline final DEEPEST = 250;

	function new(pattern:String, options:Options) {
		reader = new PatternReader(pattern);
		escapes = new EscapeParser(reader, groups);
		sets = new SetParser(reader, escapes);
		this.options = options;
	}

	/** Throws a `RegexpException`. **/
	public static function parse(pattern:String, options:Options):ParsedPattern {
		var parser = new Parser(pattern, options);
		var node = parser.choice();
		if (!parser.reader.atEnd()) parser.reader.fail("unmatched )");
		parser.groups.checkReferences(parser.reader);
		return {node: node, groups: parser.groups};
	}

	/** Alternatives up to `)` or the end. Options set inside hold up to there. **/
	function choice():Node {
		var outside = options;
		var alternatives = [sequence()];
		while (reader.accept("|")) alternatives.push(sequence());
		options = outside;
		return alternatives.length == 1 ? alternatives[0] : Choice(alternatives);
	}

	/** The same in `(?|...)`: the groups of each alternative have the same numbers. **/
	function choiceWithSharedGroups():Node {
		var outside = options;
		var first = groups.count;
		var most = first;
		var alternatives = [];
		do {
			groups.count = first;
			alternatives.push(sequence());
			if (groups.count > most) most = groups.count;
		} while (reader.accept("|"));
		groups.count = most;
		options = outside;
		return Choice(alternatives);
	}

	function sequence():Node {
		var nodes = [];
		skipIgnored();
		while (!reader.atEnd() && reader.peek() != "|".code && reader.peek() != ")".code) {
			var start = reader.at;
			var node = item();
			skipIgnored();
			nodes.push(quantified(node, start));
			skipIgnored();
		}
		return switch (nodes.length) {
			case 0: Empty;
			case 1: nodes[0];
			default: Sequence(nodes);
		}
	}

	/** White space and comments where the option says so, `(?#...)`, and `\E` that ends nothing. **/
	function skipIgnored():Void {
		while (true) {
			var unit = reader.peek();
			if (options.extended && Properties.isSpace(unit)) {
				reader.at++;
			} else if (options.extended && unit == "#".code) {
				if (reader.until("\n") == null) reader.at = reader.text.length;
			} else if (reader.accept("(?#")) {
				if (reader.until(")") == null) reader.fail("missing ) after comment", reader.text.length);
			} else if (!reader.accept("\\E")) {
				return;
			}
		}
	}

	function item():Node {
		var start = reader.at;
		if (quantifier() != null) reader.fail("nothing to repeat", start);
		var code = reader.next();
		return switch (code) {
			case ".".code: Any(options.dotAll);
			case "^".code: Assertion(options.multiline ? LineStart : TextStart);
			case "$".code: Assertion(options.multiline ? LineEnd : LastLineEnd);
			case "[".code: Set(sets.parse(options.ignoreCase));
			case "(".code: group(start);
			case "\\".code: reader.accept("Q") ? quoted() : escapes.parse(options.ignoreCase);
			default: Character(code, options.ignoreCase);
		}
	}

	/** What is between `\Q` and `\E`. A quantifier behind it holds for its last character. **/
	function quoted():Node {
		var text = reader.until("\\E");
		if (text == null) {
			text = reader.text.substr(reader.at);
			reader.at = reader.text.length;
		}
		var nodes = [for (code in new haxe.iterators.StringIteratorUnicode(text)) Character(code, options.ignoreCase)];
		return nodes.length == 1 ? nodes[0] : Sequence(nodes);
	}

	function quantified(node:Node, start:Int):Node {
		var at = reader.at;
		var range = quantifier();
		if (range == null) return node;
		var greed = reader.accept("?") ? Lazy : (reader.accept("+") ? Possessive : Greedy);
		return switch (node) {
			case Assertion(_), Keep, Empty: reader.fail("nothing to repeat", at);
			case Sequence(nodes) if (reader.text.substr(start, 2) == "\\Q"):
				if (nodes.length == 0) reader.fail("nothing to repeat", at);
				nodes.push(Repeat(nodes.pop(), range.least, range.most, greed));
				node;
			default: Repeat(node, range.least, range.most, greed);
		}
	}

	function quantifier():Null<{least:Int, most:Int}> {
		if (reader.accept("*")) return {least: 0, most: -1};
		if (reader.accept("+")) return {least: 1, most: -1};
		if (reader.accept("?")) return {least: 0, most: 1};
		return reader.peek() == "{".code ? counts() : null;
	}

	/** `{2}`, `{2,}` or `{2,3}`; other braces stand for themselves. **/
	function counts():Null<{least:Int, most:Int}> {
		var start = reader.at;
		reader.at++;
		var least = reader.decimal();
		var hasComma = reader.accept(",");
		var most = hasComma ? reader.decimal() : least;
		if (least < 0 || !reader.accept("}")) {
			reader.at = start;
			return null;
		}
		if (least > 65535 || most > 65535) reader.fail("number too big in {} quantifier", start);
		if (most >= 0 && most < least) reader.fail("numbers out of order in {} quantifier", start);
		return {least: least, most: most};
	}

	/** What `(` at `start` begins. **/
	function group(start:Int):Node {
		depth++;
		if (depth > DEEPEST) reader.fail("groups nested too deep", start);
		var node = reader.accept("?") ? special(start) : (reader.accept("*") ? reader.fail("verbs are not supported", start) : capture());
		depth--;
		return node;
	}

	function special(start:Int):Node {
		if (reader.accept(":")) return Sequence([closed(choice())]);
		if (reader.accept("|")) return closed(choiceWithSharedGroups());
		if (reader.accept(">")) return Atomic(closed(choice()));
		if (reader.accept("=")) return LookAhead(closed(choice()), false);
		if (reader.accept("!")) return LookAhead(closed(choice()), true);
		if (reader.accept("<=")) return lookBehind(start, false);
		if (reader.accept("<!")) return lookBehind(start, true);
		if (reader.accept("P<") || reader.accept("<")) return named(">");
		if (reader.accept("'")) return named("'");
		if (reader.accept("P=")) return escapes.namedReference(")", options.ignoreCase);
		if (reader.accept("(")) return conditional(start);
		return withOptions();
	}

	function lookBehind(start:Int, isNegative:Bool):Node {
		var node = closed(choice());
		var alternatives = switch (node) {
			case Choice(nodes): nodes;
			default: [node];
		}
		for (alternative in alternatives) {
			if (Width.of(alternative) < 0) reader.fail("lookbehind assertion is not fixed length", start);
		}
		return LookBehind(node, isNegative);
	}

	function named(end:String):Node {
		var start = reader.at;
		if (!groups.name(escapes.groupName(end), groups.count + 1)) reader.fail("two groups have the same name", start);
		return capture();
	}

	function capture():Node {
		groups.count++;
		var group = groups.count;
		return Capture(closed(choice()), group);
	}

	function conditional(start:Int):Node {
		var group = reader.decimal();
		if (group >= 0) {
			groups.refer(group, reader.at);
			if (!reader.accept(")")) reader.fail("malformed condition");
		} else {
			if (reader.peek() == "?".code) reader.fail("only groups can be conditions");
			var end = reader.accept("<") ? ">" : (reader.accept("'") ? "'" : ")");
			var at = reader.at;
			var known = groups.named(escapes.groupName(end));
			if (known == null) reader.fail("reference to non-existent subpattern", at);
			group = known;
			if (end != ")" && !reader.accept(")")) reader.fail("malformed condition");
		}
		return switch (closed(choice())) {
			case Choice([yes, no]): Conditional(group, yes, no);
			case Choice(_): reader.fail("conditional group contains more than two branches", start);
			case yes: Conditional(group, yes, Empty);
		}
	}

	/** `(?i)` up to the end of the group around it, `(?i:...)` inside. **/
	function withOptions():Node {
		var outside = options;
		var value = true;
		while (reader.peek() != ")".code && reader.peek() != ":".code) {
			if (reader.accept("-")) {
				value = false;
				continue;
			}
			var changed = options.with(reader.peek(), value);
			if (changed == null) reader.fail(callsGroup() ? "recursion is not supported" : "unrecognized character after (?");
			options = changed;
			reader.at++;
		}
		if (reader.accept(")")) return Empty;
		reader.at++;
		var node = closed(choice());
		options = outside;
		return Sequence([node]);
	}

	/** `(?R)`, `(?1)`, `(?+1)`, `(?&name)`, `(?P>name)` **/
	function callsGroup():Bool {
		var unit = reader.peek();
		return unit == "R".code || unit == "+".code || unit == "&".code || unit >= "0".code && unit <= "9".code
			|| unit == "P".code && reader.peek(1) == ">".code;
	}

	function closed(node:Node):Node {
		if (!reader.accept(")")) reader.fail("missing )", reader.text.length);
		return node;
	}
}

typedef ParsedPattern = {
	final node:Node;
	final groups:Groups;
}
