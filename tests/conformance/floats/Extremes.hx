// static: 1: 1e-7
// static: 3: 123456789012345680000
class Extremes {
	static function main() {
		Sys.println(1e-7);
		Sys.println(1.5e-10);
		Sys.println(123456789012345680000.0);
		Sys.println(1e22);
		Sys.println(0.1 + 0.2 == 0.3);
		Sys.println(-0.0 == 0.0);
		Sys.println(1 / -0.0 < 0);
		Sys.println(4.0 % 1.5);
		Sys.println(Math.floor(1e9) + 1);
		Sys.println(Std.int(-3.99));
		Sys.println(Math.isNaN(0 / 0));
		Sys.println(2147483647.0 + 1);
	}
}
