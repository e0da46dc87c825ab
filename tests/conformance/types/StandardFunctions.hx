/** `Std` and `Math`, where the results are exact. **/
class StandardFunctions {
	static function main() {
		conversions();
		tests();
		rounding();
		limits();
		functions();
		random();
	}

	static function conversions() {
		Sys.println(Std.int(3.99));
		Sys.println(Std.int(-3.99));
		Sys.println(Std.parseInt("12px"));
		Sys.println(Std.parseInt("  -7"));
		Sys.println(Std.parseInt("0xFF"));
		Sys.println(Std.parseInt("abc"));
		Sys.println(Std.parseInt(""));
		Sys.println(Std.parseInt("+5"));
		Sys.println(Std.parseFloat("1.5e3x"));
		Sys.println(Std.parseFloat("  -.5"));
		Sys.println(Math.isNaN(Std.parseFloat("x")));
		Sys.println(Std.string(null));
		Sys.println(Std.string(1.0));
		Sys.println(Std.string(-0.5));
		Sys.println(Std.string(true));
		Sys.println(Std.string({a: [1, 2]}));
		Sys.println(Std.string(Some(Some(1))));
	}

	static function tests() {
		Sys.println(Std.isOfType("x", String));
		Sys.println(Std.isOfType(1, Int));
		Sys.println(Std.isOfType(1, Float));
		Sys.println(Std.isOfType(1.5, Int));
		Sys.println(Std.isOfType(null, String));
		Sys.println(Std.isOfType([1], Array));
		Sys.println(Std.isOfType(true, Bool));
		Sys.println(Std.isOfType(Some(1), Box));
		Sys.println(Std.isOfType({}, Dynamic));
		var shape:Shape = new Square(3);
		Sys.println(Std.downcast(shape, Square).side);
		Sys.println(Std.downcast(shape, Circle));
		Sys.println(Std.isOfType(shape, HasArea));
		Sys.println((Std.downcast(shape, Shape)).name());
		Sys.println((shape is Square) + " " + (shape is Circle));
	}

	static function rounding() {
		for (value in [1.5, -1.5, 2.4, -2.6, 0.5, -0.5, 0.0]) {
			Sys.println([Math.floor(value), Math.ceil(value), Math.round(value)].join(" "));
		}
		Sys.println(Math.ffloor(2.75) + Math.fceil(2.25) + Math.fround(2.5));
		Sys.println(Math.abs(-3.5) + Math.abs(2));
	}

	static function limits() {
		Sys.println(Math.min(1, 2) + " " + Math.max(1, 2));
		Sys.println(Math.isNaN(Math.min(1, Math.NaN)) && Math.isNaN(Math.max(Math.NaN, 1)));
		Sys.println(Math.isFinite(1) + " " + Math.isFinite(Math.POSITIVE_INFINITY) + " " + Math.isFinite(Math.NaN));
		Sys.println(Math.isNaN(0 / 0) + " " + Math.isNaN(1));
		Sys.println(Math.POSITIVE_INFINITY > 1e308);
		Sys.println(Math.NEGATIVE_INFINITY < -1e308);
		Sys.println(Math.NaN == Math.NaN);
		Sys.println(near(Math.PI, 3.141592653589793));
	}

	static function functions() {
		Sys.println(Math.sqrt(2.25));
		Sys.println(Math.isNaN(Math.sqrt(-1)));
		Sys.println(Math.pow(2, 10) + " " + Math.pow(4, 0.5) + " " + Math.pow(2, -1) + " " + Math.pow(5, 0));
		Sys.println(Math.exp(0) + " " + Math.log(1));
		Sys.println(Math.sin(0) + " " + Math.cos(0) + " " + Math.tan(0));
		Sys.println(Math.asin(0) + " " + Math.acos(1) + " " + Math.atan(0));
		Sys.println(near(Math.atan2(1, 1), Math.PI / 4) && near(Math.atan2(-1, -1), -3 * Math.PI / 4));
		Sys.println(near(Math.sin(1), 0.8414709848078965) && near(Math.cos(1), 0.5403023058681398));
		Sys.println(near(Math.tan(1), 1.5574077246549023) && near(Math.exp(1), 2.718281828459045));
		Sys.println(near(Math.log(10), 2.302585092994046) && near(Math.pow(2, 0.5), 1.4142135623730951));
		Sys.println(near(Math.asin(0.5), Math.PI / 6) && near(Math.acos(0.5), Math.PI / 3));
	}

	static function random() {
		var inRange = true;
		for (i in 0...200) {
			var n = Std.random(6);
			if (n < 0 || n > 5) inRange = false;
			var f = Math.random();
			if (f < 0 || f >= 1) inRange = false;
		}
		Sys.println(inRange);
		Sys.println(Std.random(1));
		Sys.println(Std.random(0));
	}

	static function near(a:Float, b:Float):Bool {
		return Math.abs(a - b) < 1e-12;
	}
}

enum Box {
	Some(v:Dynamic);
}

interface HasArea {
	function area():Float;
}

class Shape {
	public function new() {}

	public function name():String {
		return "shape";
	}
}

class Square extends Shape implements HasArea {
	public final side:Float;

	public function new(side) {
		super();
		this.side = side;
	}

	public function area():Float {
		return side * side;
	}
}

class Circle extends Shape {}
