class DivisionIsFloat {
	static function main() {
		Sys.println(7 / 2);
		Sys.println(6 / 2);
		Sys.println(Std.int(7 / 2));
		Sys.println(Std.int(-7 / 2));
		Sys.println(7 % 3);
		Sys.println(-7 % 3);
		Sys.println(7.5 % 2);
		Sys.println(-7.5 % 2);
	}
}
