/** Characters by number, quoting, and letters whose case does not count. **/
class EscapesAndCase {
	/** The groups of the match, and where it is. **/
	static function show(pattern:String, flags:String, text:String) {
		var r = new EReg(pattern, flags);
		if (!r.match(text)) {
			Sys.println('$pattern: no match');
			return;
		}
		var groups = [];
		var group = 0;
		try {
			while (true) groups.push(r.matched(group++));
		} catch (e:Dynamic) {}
		var pos = r.matchedPos();
		Sys.println('$pattern: ${pos.pos}+${pos.len} $groups'.split("\r").join("<CR>"));
	}

	static function main() {
		show("\\x41", "", "A");
		show("\\x4", "", "\x04");
		show("\\x{e9}", "", "é");
		show("\\x{20AC}", "", "5€");
		show("\\t\\n\\r", "", "\t\n\r");
		show("\\e\\f\\a", "", "\x1b\x0c\x07");
		show("\\cA", "", "\x01");
		show("\\cz", "", "\x1a");
		show("\\.\\*\\+\\?", "", "a.*+?");
		show("\\(\\)\\[\\]\\{\\}", "", "()[]{}");
		show("\\^\\$\\|\\\\", "", "^$|\\");
		show("\\Qa.b*\\E.", "", "a.b*c");
		show("\\Qab", "", "ab");
		show("[\\Qa-c\\E]+", "", "b-a");
		show("\\Qab\\E+", "", "abbb");
		show("\\_", "", "_");
		show("\\y", "", "y");
		show("\\/", "", "a/b");
		show("[\\b]", "", "\x08");
		show("]", "", "a]");
		show("}", "", "a}");
		show("\\o{101}", "", "A");
		show("\\012", "", "\n");
		show("abc", "i", "xABC");
		show("ÀÉ", "i", "àé");
		show("[a-c]+", "i", "xABC");
		show("[^a-c]+", "i", "ABxC");
		show("[À-Ö]+", "i", "àéö");
		show("straße", "i", "STRAßE");
		show("σ", "i", "Σ");
		show("σ", "i", "ς");
		show("k", "i", "\u212A");
		show("ſ", "i", "S");
		show("[k]", "i", "\u212A");
		show("я", "i", "Я");
		show("[[:upper:]]+", "i", "aB");
		show("[[:lower:]]+", "i", "aB");
		show("\\x61", "i", "A");
		show("(?i)é", "", "É");
		show("é(?i)é", "", "éÉ");
		show("e\\X", "", "xee\u0301f");
		show("", "", "abc");
		show("a|", "", "b");
		show("|a", "", "a");
		show("a||b", "", "b");
	}
}
