class Main {
	static function main() {
		switch (5) {
			case 1 + run():
			case run():
			default:
		}
	}

	static function run()
		return 1;
}
