/** Iterators over text, and text by code points. **/
using StringTools;
using haxe.iterators.StringIteratorUnicode;
using haxe.iterators.StringKeyValueIteratorUnicode;

class CodePoints {
	static function main() {
		Sys.println([for (c in "aé€".iterator()) c]);
		Sys.println([for (i => c in "aé€".keyValueIterator()) '$i:$c']);
		Sys.println([for (c in "a") c]);
		Sys.println([for (i => c in "ab") '$i:$c']);
		Sys.println([for (c in "a😀b".unicodeIterator()) c]);
		Sys.println([for (i => c in "a😀b".unicodeKeyValueIterator()) '$i:$c']);
		Sys.println([for (c in new haxe.iterators.StringIteratorUnicode("😀😁")) c]);

		var u:UnicodeString = "a😀b😀";
		Sys.println(u.length);
		for (i in -1...5) Sys.println('$i [${u.charAt(i)}] ${u.charCodeAt(i)}');
		Sys.println([for (c in u) c]);
		Sys.println([for (i => c in u) '$i:$c']);
		Sys.println(u.indexOf("😀") + " " + u.indexOf("😀", 2) + " " + u.indexOf("b") + " " + u.indexOf("z"));
		Sys.println(u.lastIndexOf("😀") + " " + u.lastIndexOf("😀", 2) + " " + u.lastIndexOf("b") + " " + u.lastIndexOf("z"));
		Sys.println(u.substr(1, 1) + " " + u.substr(-1) + " " + u.substr(2) + " " + u.substr(0, -1) + " [" + u.substr(9) + "]");
		Sys.println(u.substring(1, 3) + " " + u.substring(3, 1) + " " + u.substring(2) + " [" + u.substring(9) + "]");
		Sys.println(u.split("b").length + " " + u.split("").length);
		Sys.println(u.toUpperCase());
		Sys.println(u == "a😀b😀");
		Sys.println(u != "a");
		Sys.println(u < "b");
		Sys.println(u + "c");
		var copy = new UnicodeString("x");
		Sys.println(copy.length);
		Sys.println(u.indexOf("b", -1) + " " + u.indexOf("", 5) + " " + u.lastIndexOf("") + " " + u.lastIndexOf("b", -1) + " " + u.substring(-1, 2));
		for (hex in ["", "41", "c3a9", "c3", "c341", "80", "e282ac", "e282", "f09f9880", "c080", "e08080", "eda080", "f4908080", "ff", "4180"]) {
			Sys.println(hex + " " + UnicodeString.validate(haxe.io.Bytes.ofHex(hex), UTF8));
		}
		Sys.println(String.fromCharCode(0x1F600));
		Sys.println(String.fromCharCode(0x1F600) == "😀");
		Sys.println("😀".code);

		Sys.println("abc".fastCodeAt(1) + " " + "abc".unsafeCodeAt(2) + " " + StringTools.isEof("abc".fastCodeAt(3)));
		Sys.println(StringTools.hex(0) + " " + StringTools.hex(255) + " " + StringTools.hex(-1) + " " + StringTools.hex(10, 4) + " " + StringTools.hex(0x12345, 2));
		Sys.println("[" + "a".lpad("xy", 4) + "] [" + "a".rpad("xy", 4) + "] [" + "abc".lpad("x", 2) + "] [" + "a".lpad("", 4) + "]");
		Sys.println("[" + " \t\n a b \r\n".trim() + "] [" + " a ".ltrim() + "] [" + " a ".rtrim() + "] [" + "   ".trim() + "]");
		Sys.println("abc".contains("") + " " + "abc".contains("bc") + " " + "abc".contains("cb"));
		Sys.println("abc".startsWith("ab") + " " + "abc".startsWith("") + " " + "abc".startsWith("bc") + " " + "abc".startsWith("abcd"));
		Sys.println("abc".endsWith("bc") + " " + "abc".endsWith("") + " " + "abc".endsWith("ab") + " " + "abc".endsWith("xabc"));
		Sys.println("a-b-c".replace("-", "+") + " " + "aaa".replace("aa", "b") + " " + "abc".replace("", ".") + " " + "abc".replace("x", "y"));
		Sys.println([for (i in 0...6) " \ta\n\r\u00A0".isSpace(i)]);

		var bytes = haxe.Utf8.encode("é€");
		Sys.println(haxe.Utf8.length("a😀") + " " + haxe.Utf8.charCodeAt("aé", 1) + " " + haxe.Utf8.sub("aé€b", 1, 2) + " " + haxe.Utf8.compare("a", "b"));
		Sys.println(haxe.Utf8.decode(bytes) + " " + haxe.Utf8.validate("é"));
		haxe.Utf8.iter("é€", c -> Sys.println(c));
		var utf8 = new haxe.Utf8();
		utf8.addChar("é".code);
		utf8.addChar(0x20AC);
		Sys.println(utf8.toString());
	}
}
