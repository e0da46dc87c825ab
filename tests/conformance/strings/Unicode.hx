class Unicode {
	static function main() {
		var s = "a\u00e9\n\t\"q\" \x41";
		Sys.println(s.length);
		Sys.println(s);
		Sys.println("tab\there".indexOf("\t"));
		Sys.println("é".charCodeAt(0));
		Sys.println("straße".toUpperCase().length > 5);
		Sys.println("ÄÖ".toLowerCase());
		Sys.println("a" + String.fromCharCode(233) + "b");
		Sys.println('single \'quoted\' "double"');
	}
}
