class Main {
	static function main() {
		switch ([1, 2]) {
			case [1]:
			case [a, b, c]:
			case _:
		}
	}
}
