class Main {
	static function main() {
		var a = run();
		throw run();
		var b = cast run();
	}

	static function run() {}
}
