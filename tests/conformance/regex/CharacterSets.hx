/** Classes in brackets, shorthands, POSIX names and properties of Unicode. **/
class CharacterSets {
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
		show("[abc]+", "", "xxcab");
		show("[^abc]+", "", "abxyc");
		show("[a-c]+", "", "zzbcd");
		show("[]a]+", "", "x]a");
		show("[^]a]", "", "a]b");
		show("[a-]+", "", "x-a");
		show("[-a]+", "", "x-a");
		show("[a\\-c]+", "", "b-a");
		show("[\\w-]+", "", " a-b");
		show("[\\]\\[]+", "", "a[]");
		show("[\\^a]+", "", "^a");
		show("[.*+?]+", "", "a.*+?");
		show("[\\d.]+", "", "v1.25b");
		show("[\\D]+", "", "12ab");
		show("[\\s]+", "", "a \t\nb");
		show("[\\n]", "", "a\nb");
		show("[\\x41-\\x43]+", "", "xABCD");
		show("[[:alpha:]]+", "", "12ab3");
		show("[[:digit:]]+", "", "ab12");
		show("[[:alnum:]_]+", "", "-a_1-");
		show("[[:upper:]]+", "", "abCDe");
		show("[[:lower:]]+", "", "ABcdE");
		show("[[:space:]]+", "", "a \tb");
		show("[[:punct:]]+", "", "a,.!b");
		show("[[:xdigit:]]+", "", "xyz1fG");
		show("[[:^digit:]]+", "", "12ab");
		show("[[:word:]]+", "", "-a1_");
		show("[[:blank:]]", "", "a\tb");
		show("[[:cntrl:]]", "", "a\nb");
		show("[[:print:]]+", "", "\nab c\n");
		show("[[:graph:]]+", "", " ab c");
		show("[[:ascii:]]+", "", "éab");
		show("\\d+", "", "a12b");
		show("\\D+", "", "12ab");
		show("\\w+", "", "-a_1-");
		show("\\W+", "", "a- b");
		show("\\s", "", "a b");
		show("\\S+", "", " ab ");
		show("\\h+", "", "a \tb");
		show("\\v", "", "a\nb");
		show("\\R", "", "a\r\nb");
		show("\\N+", "", "ab\nc");
		show("\\w+", "", "-é_1-");
		show("\\d", "", "٣");
		show("\\s", "", "a\u00A0");
		show("\\p{L}+", "", "12äβ3");
		show("\\p{Lu}", "", "aÄ");
		show("\\P{L}+", "", "aé12b");
		show("\\p{^L}+", "", "a12b");
		show("\\pN+", "", "ab12");
		show("[\\p{Ll}\\d]+", "", "Aé1B");
		show("\\p{Greek}+", "", "abγδ");
		show("\\p{Cyrillic}+", "", "abдж");
		show("\\p{Han}", "", "x漢");
		show("\\p{P}+", "", "a,.b");
		show("\\p{Sc}", "", "5€");
		show("[À-ÿ]+", "", "aéöz");
		show("[^\\x00-\\x7F]+", "", "abcé€d");
		show("\\p{Zs}", "", "a\u00A0b");
		show("\\p{Xan}+", "", "-é1-");
	}
}
