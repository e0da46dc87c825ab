class Main {
	static function main() {
		for (i in 0...10) {
			if (i == 3) continue;
			if (i == 7) break;
		}
		var i = 0;
		do {
			i++;
			if (i == 2) continue;
		} while (i < 5);
	}
}
