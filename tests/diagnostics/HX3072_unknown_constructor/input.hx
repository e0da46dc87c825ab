class Main {
	static function main() {
		var c = Color.Red;
		switch (c) {
			case Rde:
			case _:
		}
	}
}

enum Color {
	Red;
	Green;
}
