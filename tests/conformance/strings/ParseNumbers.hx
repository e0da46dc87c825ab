class ParseNumbers {
	static function main() {
		Sys.println(Std.parseInt("12"));
		Sys.println(Std.parseInt("  -7x"));
		Sys.println(Std.parseInt("0x1F"));
		Sys.println(Std.parseInt("abc"));
		Sys.println(Std.parseFloat("1.5e2"));
		Sys.println(Std.parseFloat("2.5kg"));
		Sys.println(Math.isNaN(Std.parseFloat("x")));
		Sys.println(Std.string(12) + Std.string(1.25));
	}
}
