class Main {
	static function main() {
		switch ([1, 2]) {
			case [a, 1] | [2, b]:
			case _:
		}
	}
}
