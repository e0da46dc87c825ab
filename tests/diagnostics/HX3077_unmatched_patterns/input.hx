class Main {
	static function main() {
		var c = Color.Red;
		switch (c) {
			case Red:
		}
		switch ([c, Green]) {
			case [Red, _] | [_, Green]:
		}
		var n = switch (5) {
			case 1: "one";
		}
		switch (true) {
			case true:
		}
		switch (c) {
			case Red | Green:
			case Rgb(0, _):
			case Rgb(x, 5) if (x > 2):
		}
	}
}

enum Color {
	Red;
	Green;
	Rgb(r:Int, g:Int);
}
