/** Places in the text, looking ahead and behind. **/
class Assertions {
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
		show("^a", "", "ba");
		show("^a", "", "ab");
		show("a$", "", "ba");
		show("a$", "", "ab");
		show("b$", "", "b\n");
		show("b$", "", "b\n\n");
		show("b\\Z", "", "b\n");
		show("b\\z", "", "b\n");
		show("^b", "", "a\nb");
		show("^b", "m", "a\nb");
		show("a$", "m", "a\nb");
		show("^", "m", "a");
		show("$", "m", "a\nb");
		show("\\Ab", "m", "a\nb");
		show("a\\Z", "m", "a\nb");
		show("a.b", "", "a\nb");
		show("a.b", "s", "a\nb");
		show("a.b", "", "a\rb");
		show("\\bb", "", "ab b");
		show("\\Bb", "", "b ab");
		show("\\b", "", "  ab");
		show("\\bé", "", "aé é");
		show("a(?=b)", "", "acab");
		show("a(?!b)", "", "abac");
		show("(?<=a)b", "", "bab");
		show("(?<!a)b", "", "abcb");
		show("(?<=a|bc)d", "", "bcd");
		show("(?<=^|,)x", "", "a,x");
		show("(?<=\\d{2})x", "", "1x12x");
		show("(?=(a))a", "", "a");
		show("(?!(a))b", "", "b");
		show("(?=a*b)\\w", "", "caab");
		show("(?<=(a))b", "", "ab");
		show("(?<!\\w)b", "", "ab b");
		show("\\w+(?=\\s)", "", "ab cd");
		show("(?=.*\\d)(?=.*[a-z])\\w{4,}", "", "ab1cd");
		show("a\\Kb", "", "ab");
		show("\\Ga", "", "ba");
		show("\\Ga", "", "ab");
		show("^$", "", "");
		show("^\\s*$", "", "  ");
		show("(?!^)a", "", "aa");
		show("(?<=a(?=b))b", "", "ab");
		show("(?<!a(?!b))b", "", "ab");
		show("x(?=)", "", "x");
		show("(?!)", "", "x");
		show("^^a", "", "a");
		show("a$$", "", "a");
	}
}
