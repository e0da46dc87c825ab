class Main {
	static var size:Sise = 1;
	static var size:Int = 2;

	static function area(w:Width, h:Int):Area {
		return w * h;
	}

	static function main() {
		size = area(1, 2);
		var shape = Circle(1, 2, 3);
		switch (shape) {
			case Circle(x, y):
				trace(x + y);
			case Square(a):
				trace(a);
		}
		new Main().run(1).then(2).last();
	}

	function new() {}

	function run(n:Int)
		return unknown(n);
}

enum Shape {
	Circle(x:Flot, y:Float);
	Square(size:Int);
}
