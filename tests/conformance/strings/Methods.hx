class Methods {
	static function main() {
		var s = "Hello, World";
		Sys.println(s.length);
		Sys.println(s.charAt(4));
		Sys.println(s.charAt(99) == "");
		Sys.println(s.charCodeAt(0));
		Sys.println(s.charCodeAt(99));
		Sys.println(s.indexOf("o"));
		Sys.println(s.indexOf("o", 5));
		Sys.println(s.lastIndexOf("o"));
		Sys.println(s.indexOf("zz"));
		Sys.println(s.substr(7));
		Sys.println(s.substr(-5, 3));
		Sys.println(s.substring(7, 3));
		Sys.println(s.toUpperCase());
		Sys.println(s.toLowerCase());
		Sys.println(s.split(", "));
		Sys.println("abc".split(""));
		Sys.println(String.fromCharCode(65));
		Sys.println(s.toString() == s);
	}
}
