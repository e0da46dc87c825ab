class Main {
	static function main() {
		var s = Circle(1, 2);
		switch (s) {
			case Circle(r):
			case Square:
			case Empty:
		}
	}
}

enum Shape {
	Circle(x:Int, r:Int);
	Square(size:Int);
	Empty;
}
