package library;

enum Shape {
	Round;
	Square;
}

class Shapes {
	public static function round():Shape {
		return Round;
	}

	public static function isRound(shape:Shape):Bool {
		return shape == Round;
	}
}
