// static: 5: 0.3333333333333333
class PrintsShortest {
	static function main() {
		Sys.println(0.1);
		Sys.println(1.0);
		Sys.println(0.5 + 0.25);
		Sys.println(1e21);
		Sys.println(1 / 3);
		Sys.println(-0.5);
		Sys.println(100.0);
		Sys.println(123456.789);
	}
}
