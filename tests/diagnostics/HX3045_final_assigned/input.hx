class Main {
	static function main() {
		final a = 1;
		a = 2;
		a++;
		B = 3;
		new Main().c = 4;
	}

	static final B = 1;
	final c:Int;

	function new() {
		c = 1;
	}
}
