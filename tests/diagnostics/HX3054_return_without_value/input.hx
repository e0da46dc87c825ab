class Main {
	static function run(n:Int):Int {
		if (n > 0) return;
		return 1;
	}
}
