enum Shape {
	Dot;
	Circle(r:Float);
	Rect(w:Float, h:Float);
}
class Main {
	static function area(s:Shape):Float
		return switch (s) {
			case Dot: 0;
			case Circle(r): r * r * 3;
			case Rect(w, h): w * h;
		}
	static function main() {}
}
