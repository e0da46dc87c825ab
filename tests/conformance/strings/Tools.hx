using StringTools;
class Tools {
	static function main() {
		Sys.println("  x ".trim() + "|");
		Sys.println("  x ".ltrim() + "|");
		Sys.println("  x ".rtrim() + "|");
		Sys.println("abc".startsWith("ab"));
		Sys.println("abc".endsWith("bc"));
		Sys.println("7".lpad("0", 3));
		Sys.println("7".rpad(".", 3));
		Sys.println("a-b-c".replace("-", "+"));
		Sys.println(StringTools.hex(255, 4));
		Sys.println("abc".contains("b"));
	}
}
