enum Shape {
	Circle(r:Float);
	Empty;
}

class Main {
	static function main() {
		trace(Empty.match(Circle(r)));
	}
}
