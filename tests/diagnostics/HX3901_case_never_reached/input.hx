class Main {
	static function main() {
		switch (5) {
			case 1:
			case 2 | 1:
			case 1:
			case _:
		}
	}
}
