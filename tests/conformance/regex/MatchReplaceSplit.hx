/** What an `EReg` answers after a match, and what it does with all of a text. **/
class MatchReplaceSplit {
	static function list(parts:Array<String>) {
		Sys.println(parts.length + ": " + parts.join("|"));
	}

	static function main() {
		var r = ~/(\d+)-(\d+)?/;
		Sys.println(r.match("on 12-34 now"));
		Sys.println(r.matched(0) + " " + r.matched(1) + " " + r.matched(2));
		Sys.println(r.matchedLeft() + "|" + r.matchedRight());
		Sys.println(r.matchedPos());
		Sys.println(r.match("12-"));
		Sys.println(r.matched(2));
		Sys.println(r.match("none"));
		for (ask in [() -> r.matched(0), () -> r.matchedLeft(), () -> r.matchedRight(), () -> Std.string(r.matchedPos())]) {
			Sys.println(try ask() catch (e:Dynamic) Std.string(e));
		}
		r.match("1-2");
		Sys.println(try r.matched(3) catch (e:Dynamic) Std.string(e));
		Sys.println(try r.matched(-1) catch (e:Dynamic) Std.string(e));
		Sys.println(~/a/g.match("xa"));
		Sys.println(~/b+/gi);
		Sys.println(new EReg("a.c", "s"));

		var b = ~/b/;
		Sys.println(b.matchSub("abcb", 2));
		Sys.println(b.matchedPos());
		Sys.println(b.matchedLeft() + "|" + b.matchedRight());
		Sys.println(b.matchSub("abcb", 0, 1));
		Sys.println(b.matchSub("abcb", 1, 2));
		Sys.println(b.matchedLeft() + "|" + b.matchedRight());
		Sys.println(b.matchSub("abcb", 2, -1));
		Sys.println(~/^b/.matchSub("ab", 1));
		Sys.println(~/b$/.matchSub("abc", 0, 2));
		Sys.println(new EReg("(?<=a)b", "").matchSub("ab", 1));

		Sys.println(~/a/.replace("banana", "o"));
		Sys.println(~/a/g.replace("banana", "o"));
		Sys.println(~/(a)(n)/g.replace("banana", "$2$1"));
		Sys.println(~/a/g.replace("banana", "$$"));
		Sys.println(~/a/.replace("xax", "$"));
		Sys.println(~/(a)|(b)/g.replace("ab", "[$1$2]"));
		Sys.println(~/(a)|b/.replace("xbx", "[$1]"));
		Sys.println(~/z/g.replace("banana", "o"));
		Sys.println(~/x*/g.replace("abc", "-"));
		Sys.println(~/b|/g.replace("abc", "[x]"));
		Sys.println(~/a?/g.replace("aab", "!"));
		Sys.println(~/$/gm.replace("a\nb", "!"));
		Sys.println(~/^/gm.replace("a\nb", "> "));
		Sys.println(~/\b/g.replace("ab cd", "|"));
		Sys.println(~/(\w+) (\w+)/.replace("hello world", "$2 $1"));
		Sys.println(~/\s+/g.replace("  a  b \n c ", " "));
		Sys.println(~/é/g.replace("été", "e"));

		list(~/,/.split("a,b,c"));
		list(~/,/g.split("a,b,c"));
		list(~/,/g.split(",a,,b,"));
		list(~/,/g.split(""));
		list(~/,/g.split(","));
		list(~/,/.split("abc"));
		list(~/(,)/g.split("a,b"));
		list(~/\s*[,;]\s*/g.split("a , b;c ;d"));
		list(~/a/g.split("aaa"));

		Sys.println(~/a/.map("banana", r -> "<" + r.matchedPos().pos + ">"));
		Sys.println(~/a/g.map("banana", r -> r.matched(0).toUpperCase()));
		Sys.println(~/a/g.map("bab", r -> r.matchedLeft() + "/" + r.matchedRight()));
		Sys.println(~/(\d+)/g.map("1 22 333", r -> Std.string(Std.parseInt(r.matched(1)) * 2)));
		Sys.println(~/x*/g.map("abc", r -> "-"));
		Sys.println(~/b|/g.map("abc", r -> "[" + r.matched(0) + "]"));
		Sys.println(~/$/g.map("ab", r -> "!"));
		Sys.println(~/^/g.map("ab", r -> "!"));
		Sys.println(~/a?/g.map("aab", r -> "!"));
		Sys.println(~/z/g.map("abc", r -> "!"));
		var shared = ~/a/g;
		Sys.println(shared.map("a-a", function(found) {
			found.match("zza");
			return "[" + found.matchedPos().pos + "]";
		}));

		Sys.println(EReg.escape("a.b*c+d?^$\\"));
		Sys.println(EReg.escape("plain - text / # \n"));
		Sys.println(new EReg(EReg.escape("1+1=2?"), "").match("is 1+1=2?"));
		Sys.println(~/(a+)+b/.match("aaaaaaaaaaaaaaaaaac"));
	}
}
