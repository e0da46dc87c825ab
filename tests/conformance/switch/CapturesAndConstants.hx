enum abstract Level(Int) {
	var Low = 1;
	var Middle = 5;
	var High = 9;

	public function isHigh():Bool {
		return switch (cast this : Level) {
			case High: true;
			case _: false;
		}
	}
}

enum abstract Color(String) to String {
	var Red = "r";
	var Green = "g";
}

class Limits {
	public static inline var SMALL = 10;
	public static final LARGE = 100;
	public static inline var NAME = "limit";
	public static final RATIO = 0.5;
}

class CapturesAndConstants {
	static inline var ANSWER = 42;
	static final QUESTION = "why";
	static var changing = 7;

	static function number(n:Int):String {
		return switch (n) {
			case ANSWER: "answer";
			case Limits.SMALL: "small";
			case Limits.LARGE: "large";
			case -1: "minus one";
			case 0x10: "sixteen";
			case 1 | 2 | 3: "few";
			case 4, 5, 6: "some";
			case changing if (changing == CapturesAndConstants.changing): "seven by name";
			case var other if (other > 1000): "big " + other;
			case other: "other " + other;
		}
	}

	static function text(s:String):String {
		return switch (s) {
			case QUESTION: "question";
			case Limits.NAME: "name";
			case "": "empty";
			case "a" | "b": "letter";
			case 'single': "in single quotes";
			case t if (t.length > 5): "long " + t;
			case t: t + "!";
		}
	}

	static function float(f:Float):String {
		return switch (f) {
			case 0: "zero";
			case Limits.RATIO: "half";
			case 1.25: "one and a quarter";
			case -2.5: "negative";
			case x: "" + x;
		}
	}

	static function level(level:Level):String {
		return switch (level) {
			case Low: "low";
			case Middle: "middle";
			case High: "high";
		}
	}

	static function color(color:Color):Int {
		return switch (color) {
			case Red: 1;
			case Green: 2;
		}
	}

	static function pair(a:Bool, b:Bool):Int {
		return switch [a, b] {
			case [true, true]: 3;
			case [true, false]: 2;
			case [false, true]: 1;
			case [false, false]: 0;
		}
	}

	static function main() {
		for (n in [42, 10, 100, -1, 16, 1, 2, 3, 4, 6, 7, 8, 5000]) Sys.println(n + " " + number(n));
		for (s in ["why", "limit", "", "a", "b", "something", "single", "x"]) Sys.println(s + " " + text(s));
		for (f in [0.0, 0.5, 1.25, -2.5, 3.5, -0.0]) Sys.println(float(f));
		for (l in [Low, Middle, High]) Sys.println(level(l) + " " + l.isHigh());
		Sys.println(color(Red) + color(Green));
		Sys.println(pair(true, true) + " " + pair(true, false) + " " + pair(false, true) + " " + pair(false, false));
		// a capture is a new variable, whatever is around
		var n = 1;
		switch (5) {
			case n: Sys.println("inside " + n);
		}
		Sys.println("outside " + n);
		switch (6) {
			case n:
				n++;
				Sys.println("changed " + n);
		}
		Sys.println("still " + n);
		var fs = [for (i in 0...3) switch (i * 10) {
			case x: () -> x;
		}];
		Sys.println([for (f in fs) f()].join(","));
		// the subject is evaluated once
		var calls = 0;
		function next() return ++calls;
		switch (next()) {
			case 5: Sys.println("never");
			case 1 if (calls > 1): Sys.println("never");
			case 1: Sys.println("first of " + calls);
			case _: Sys.println("never");
		}
		switch [next(), next()] {
			case [3, 2]: Sys.println("wrong order");
			case [2, 3]: Sys.println("in order " + calls);
			case _: Sys.println("never");
		}
		// guards run in order, only where the pattern fits
		var log = [];
		function check(name:String, result:Bool) {
			log.push(name);
			return result;
		}
		switch (2) {
			case 1 if (check("a", true)): log.push("one");
			case 2 if (check("b", false)): log.push("two");
			case x if (check("c" + x, true)): log.push("x");
			case _: log.push("rest");
		}
		Sys.println(log.join(" "));
		// as a statement that falls through nothing
		switch (3) {
			case 3:
			case 4: Sys.println("never");
		}
		var size = switch (3) {
			case 1, 2: "small";
			default: "default";
		}
		Sys.println(size);
		switch ("nothing") {
			case "something": Sys.println("never");
		}
		var value = switch (1) {
			case 1:
				var twice = 2;
				twice * 2;
			case _: 0;
		}
		Sys.println(value);
		var both = switch (4) {
			case a = b if (a == 4): a + b;
			case _: 0;
		}
		Sys.println(both);
	}
}
