/** What groups capture, names, back references, options inside. **/
class Groups {
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
		show("(a)(b)(c)", "", "xabc");
		show("((a)(b))", "", "ab");
		show("(a)|(b)", "", "b");
		show("(?:a)(b)", "", "ab");
		show("(?<first>a)(?<second>b)", "", "ab");
		show("(?P<n>a)\\k<n>", "", "aa");
		show("(?<n>a)\\k{n}", "", "aa");
		show("(?<n>a)(?P=n)", "", "aa");
		show("(a)\\1", "", "aa");
		show("(a|b)\\1", "", "abb");
		show("(\\w)(\\w)\\2\\1", "", "xabbay");
		show("(a)?b\\1", "", "b");
		show("(a)\\g1", "", "aa");
		show("(a)(b)\\g{-1}", "", "abb");
		show("(a)\\g{1}", "", "aa");
		show("(A)\\1", "i", "aA");
		show("(?i)AB(?-i)c", "", "abc");
		show("(?i)AB(?-i)C", "", "abc");
		show("(?i:A)b", "", "Ab");
		show("(?i:a)b", "", "AB");
		show("a(?i)b|c", "", "C");
		show("(?s).+", "", "a\nb");
		show("(?m)^b", "", "a\nb");
		show("(?x) a b # c\n c", "", "abc");
		show("(?#comment)a", "", "a");
		show("(?|(a)|(b))(c)", "", "bc");
		show("(?:)", "", "a");
		show("()", "", "a");
		show("(a(b(c)))", "", "abc");
		show("(a)(?:b)(c)", "", "abc");
		show("(?>a+)b", "", "aab");
		show("(?>a+)ab", "", "aab");
		show("(?>a|ab)c", "", "abc");
		show("(a)?(?(1)b|c)", "", "ab");
		show("(a)?(?(1)b|c)", "", "c");
		show("(?<q>\\()?x(?(q)\\))", "", "(x)");
		show("(?<q>\\()?x(?(<q>)\\)|!)", "", "x!");
		show("(a+|b+)\\1", "", "aaaab");
		show("([ab])\\1+", "", "abbb");
		show("(.)(.)(.)(.)(.)(.)(.)(.)(.)(.)\\10", "", "abcdefghijj");
		show("\\101", "", "A");
		show("(a)\\0", "", "a\x00");
		show("^(?:(\\d+)|(\\w+))$", "", "abc");
		show("(\\d{4})-(\\d\\d)", "", "on 2024-05-06");
		show("(?<![\\w.])(-?\\d+(?:\\.\\d+)?)", "", "x=-12.50");
	}
}
