class UncaughtEndsProgram {
	static function main() {
		Sys.println("before");
		deeper(3);
		Sys.println("after");
	}
	static function deeper(n:Int) {
		if (n == 0) throw "no more";
		deeper(n - 1);
	}
}
