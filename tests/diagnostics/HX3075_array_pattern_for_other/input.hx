class Main {
	static function main() {
		switch ("text") {
			case [a, b]:
			case _:
		}
	}
}
