class Main {
	static function main() {
		run(1, 2, 3);
		var f = () -> 1;
		f("a");
	}

	static function run(n:Int) {}
}
