/** A program in which much hangs together: types that uses decide, functions that infer each other, wrappers, bridges. */
export const trickyProgram: ReadonlyMap<string, string> = new Map([
  [
    "Main.hx",
    `import shapes.Shape;
using Tools;

class Main {
	static var log = [];
	static var total = 0;
	static final names = ["a", "b"];
	static inline var LIMIT = 3 + 4;

	static function even(n:Int) {
		return n == 0 ? true : odd(n - 1);
	}

	static function odd(n:Int) {
		return n == 0 ? false : even(n - 1);
	}

	static function add(a, b) return a + b;

	static function record(text) {
		log.push(text);
		trace(text);
	}

	static function main() {
		record("start");
		var shapes:Array<Shape> = [new Circle(2), new Square(3), Shape.unit()];
		for (shape in shapes) {
			total += Std.int(shape.area());
			record(shape.name + " " + shape.describe());
		}
		var doubled = [1, 2, 3].map(Tools.twice);
		var measure = shapes[0].area;
		trace(add(1, 2) + doubled.length + measure() + LIMIT);
		trace(even(4), 6.half(), Level.High, names.join(","));
		switch (Message.Messages.make(total)) {
			case Text(text, count) if (count > 1): trace(text);
			case Text(text, _): trace(text + "!");
			case Nothing: trace("nothing");
		}
		trace(stats().count, Version.version());
	}

	static function stats() {
		return {count: total, names: names};
	}
}
`,
  ],
  [
    "Tools.hx",
    `class Tools {
	public static function twice(n:Int):Int {
		return n * 2;
	}

	public static function half(n:Int) {
		return n / 2;
	}

	public static function describe(shape:shapes.Shape) {
		return "area " + shape.area();
	}
}
`,
  ],
  [
    "Version.hx",
    `function version() {
	return 1 + 2;
}
`,
  ],
  [
    "shapes/Shape.hx",
    `package shapes;

interface Measured<T> {
	function measure(unit:T):Float;
}

abstract class Shape implements Measured<Int> {
	public final name:String;
	public var scale = 1.5;
	var history = [];
	static var made = 0;

	public function new(name:String) {
		this.name = name;
		made++;
	}

	abstract public function area():Float;

	public function measure(unit:Int):Float {
		history.push(unit);
		return area() * unit;
	}

	public static function unit():Shape {
		return new Circle(1);
	}
}

class Circle extends Shape {
	final radius:Float;
	var onGrow = function(by:Float) return by * 2;

	public function new(radius) {
		super("circle");
		this.radius = radius;
	}

	public function area():Float {
		return radius * radius * 3 * scale;
	}

	public function grow(by) {
		var steps = 0;
		var step = () -> steps++;
		step();
		return onGrow(by) + steps;
	}
}

class Square extends Shape {
	public var side(get, set):Float;

	var length = 2.0;

	public function new(side:Float) {
		super("square");
		this.side = side;
	}

	function get_side() return length;

	function set_side(value) {
		return length = value;
	}

	public function area() return side * side;
}
`,
  ],
  [
    "Message.hx",
    `enum Message {
	Text(text:String, count:Int);
	Nothing;
}

enum abstract Level(Int) to Int {
	var Low = 1;
	var High;
}

abstract Meters(Float) {
	public inline function new(value) this = value;

	@:op(A + B) static function add(a:Meters, b:Meters):Meters return new Meters(a.value() + b.value());

	public function value():Float return this;
}

class Messages {
	static var length:Meters = new Meters(2) + new Meters(3);

	public static function make(n:Int):Message {
		return n > 2 ? Text("total " + n, n) : Nothing;
	}

	@:keep static function values() {
		return [for (n in 0...3) make(n)];
	}
}
`,
  ],
  [
    "import.hx",
    `import Message;

`,
  ],
]);
