/** Positions and lengths outside the text, and the empty text. **/
class Positions {
	static function list(parts:Array<String>) {
		Sys.println(parts.length + ": " + parts.join("|"));
	}

	static function main() {
		var s = "abcab";
		for (pos in [-9, -5, -2, 0, 2, 4, 5, 9]) {
			Sys.println('$pos: [${s.charAt(pos)}] ${s.charCodeAt(pos)} [${s.substr(pos)}] [${s.substr(pos, 2)}] [${s.substr(pos, -1)}] [${s.substr(pos, 0)}]');
			Sys.println('$pos: [${s.substring(pos)}] [${s.substring(pos, 2)}] [${s.substring(2, pos)}] [${s.substring(pos, 99)}] [${s.substring(pos, -1)}]');
			Sys.println('$pos: ${s.indexOf("ab", pos)} ${s.indexOf("b", pos)} ${s.indexOf("z", pos)} ${s.lastIndexOf("ab", pos)} ${s.lastIndexOf("b", pos)} ${s.lastIndexOf("z", pos)}');
		}
		Sys.println(s.indexOf("ab") + " " + s.lastIndexOf("ab") + " " + s.indexOf("abcabc") + " " + s.lastIndexOf("abcabc"));
		Sys.println(s.indexOf("") + " " + s.indexOf("", 3) + " " + s.indexOf("", 99) + " " + s.lastIndexOf(""));
		Sys.println("".indexOf("") + " " + "".indexOf("a") + " " + "".lastIndexOf("a") + " " + "".length);
		list("".split(""));
		list("".split(","));
		list("abc".split(""));
		list("a,b,,c,".split(","));
		list(",".split(","));
		list("abab".split("ab"));
		list("a<>b<>c".split("<>"));
		list("aaa".split("aa"));
		Sys.println(["a", "b"].join("") + [].join(",") + ["x"].join(","));
		Sys.println("abc".toUpperCase() + "ÀÉß".toLowerCase() + "àéÿœωѐ".toUpperCase() + "ĀĂŽ".toLowerCase() + "Ωя1€".toUpperCase());
		Sys.println("İ".toLowerCase().length + " " + "ŉ".toUpperCase().length);
		Sys.println("ϊᾳῃ".toUpperCase() + "Ἀ".toLowerCase() + "ⅷ".toUpperCase() + "Ⓐ".toLowerCase() + "Ａ".toLowerCase() + "ա".toUpperCase());
		Sys.println(String.fromCharCode(65) + String.fromCharCode(233) + String.fromCharCode(0x20AC));
		Sys.println("a".code + " " + "é".code + " " + "€".code);
		Sys.println("a" < "b");
		Sys.println("a" < "B");
		Sys.println("a" < "aa");
		Sys.println("" < "a");
		Sys.println("é" > "z");
		Sys.println("abc" == "ab" + "c");
		Sys.println("abc".toString());
		Sys.println(new String("abc") == "abc");
		var make = String.new;
		Sys.println(make("abc").length);
		var buffer = new StringBuf();
		Sys.println(buffer.length + "[" + buffer + "]");
		buffer.add(1);
		buffer.add(null);
		buffer.add(1.5);
		buffer.add(true);
		buffer.add("é");
		buffer.add([1, 2]);
		buffer.addChar("x".code);
		buffer.addChar(0x20AC);
		buffer.addSub("hello", 1, 3);
		buffer.addSub("hello", 3);
		buffer.addSub("hello", 9);
		Sys.println(buffer.length);
		Sys.println(buffer.toString());
	}
}
