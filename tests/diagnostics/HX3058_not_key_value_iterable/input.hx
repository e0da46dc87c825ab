class Main {
	static function main() {
		for (k => v in new Main()) trace(k);
	}

	function new() {}
}
