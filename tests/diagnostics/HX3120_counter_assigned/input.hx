class Main {
	static function main() {
		for (i in 0...10) {
			if (i == 3) i = 5;
		}
	}
}
