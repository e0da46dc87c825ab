class Main {
	static function main() {
		count++;
		run();
	}

	var count = 1;

	function run() {}
}
