/** `StringTools` for URLs, HTML and command lines. **/
class UrlsAndEscapes {
	static function main() {
		for (text in ["", "abc", "a b", "a+b", "a&b=c", "/path?x#y", "-_.~!*'()", "é", "€", "ü ß", "100%", "\"<>\\^`{|}", "\n\t", "AZaz09"]) {
			var encoded = StringTools.urlEncode(text);
			Sys.println(encoded + " " + (StringTools.urlDecode(encoded) == text));
		}
		for (text in ["a+b", "%41", "%4a%4B", "%C3%A9", "%", "%4", "%zz", "a%2", "%%41", "%4g", "é%C3%A9"]) Sys.println(StringTools.urlDecode(text));
		for (text in ["", "a<b>c", "&", "&amp;", "\"'", "<a href=\"x\">'&'</a>"]) {
			Sys.println(StringTools.htmlEscape(text));
			Sys.println(StringTools.htmlEscape(text, true));
			Sys.println(StringTools.htmlUnescape(StringTools.htmlEscape(text, true)) == text);
		}
		for (text in ["&lt;a&gt;", "&quot;&#039;", "&amp;lt;", "&nbsp;", "&amp;amp;", "&"]) Sys.println(StringTools.htmlUnescape(text));
		for (word in ["", "abc", "a b", "a'b", "x-1/.,=@%+_:", "é", "$x", "a\\b"]) Sys.println(haxe.SysTools.quoteUnixArg(word));
		for (word in ["", "abc", "a b", "a\"b", "a\\", "a b\\", "a\\\"b", "a\\\\b c", "a&b", "%x%", "\t"]) {
			Sys.println(haxe.SysTools.quoteWinArg(word, false));
			Sys.println(haxe.SysTools.quoteWinArg(word, true));
		}
		Sys.println(haxe.SysTools.winMetaCharacters.length);
	}
}
