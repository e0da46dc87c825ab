class Main {
	static function main() {
		switch ([1, 2]) {
			case [a, a]:
			case _:
		}
	}
}
