/** Greedy, lazy and possessive repetition. **/
class Quantifiers {
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
		show("a*", "", "aaab");
		show("a+", "", "baaa");
		show("a?b", "", "ab");
		show("a*?", "", "aaa");
		show("a+?", "", "aaa");
		show("a??b", "", "aab");
		show("a{2}", "", "aaa");
		show("a{2,}", "", "aaaa");
		show("a{2,3}", "", "aaaa");
		show("a{2,3}?", "", "aaaa");
		show("a{0}b", "", "ab");
		show("a{0,1}b", "", "aab");
		show("a*+a", "", "aaa");
		show("a++b", "", "aab");
		show("a?+a", "", "a");
		show("(ab){2,3}", "", "abababab");
		show("(ab)*?c", "", "ababc");
		show("(a|b)*c", "", "abbac");
		show("(a*)*", "", "aab");
		show("(a*)+", "", "b");
		show("(|a)+", "", "aa");
		show("(a?)*?b", "", "aab");
		show("(?:a|ab)(?:c|bcd)(d*)", "", "abcd");
		show("<.+>", "", "<a><b>");
		show("<.+?>", "", "<a><b>");
		show("<[^>]*>", "", "x<a><b>");
		show("(a+)(a+)", "", "aaaa");
		show("(a+?)(a+)", "", "aaaa");
		show("(?:ab?)+", "", "abaab");
		show("(?:a|ab)*+b", "", "aabab");
		show("a{,3}", "", "a{,3}");
		show("a{", "", "a{");
		show("x{1", "", "x{1");
		show("(a{2}){2}", "", "aaaaa");
		show(".*foo", "", "xfoofoox");
		show(".*?foo", "", "xfoofoox");
		show("(\\d+)(\\d{2})", "", "12345");
		show("((a)|b)+", "", "ab");
		show("(?:(a)|b)+", "", "ab");
		show("(a)?(b)?c", "", "bc");
		show("x*y*", "", "");
	}
}
