using ExtensionsAndMatching.Tools;
using Lambda;

enum Op {
	Plus(a:Int, b:Int);
	Minus(a:Int, ?b:Int);
	Nop;
}

class Tools {
	public static function double(i:Int):Int
		return i * 2;

	public static function firstOr<T>(a:Array<T>, other:T):T
		return a.length > 0 ? a[0] : other;

	public static function describe(op:Op, ?prefix:String):String
		return prefix + op;
}

abstract Color(Int) to Int {
	public static inline var RED = new Color(0xFF0000);

	public inline function new(value:Int)
		this = value;
}

function helper(x:Int)
	return x + 1.5;

final limit = 42;

class Box<T> {
	var value:T;

	public function new(value:T)
		this.value = value;
}

class ExtensionsAndMatching {
	static function sum(...numbers:Int):Int {
		var total = 0;
		for (number in numbers) total += number;
		return total;
	}

	static function main() {
		$type(3.double()); // Int
		$type(["a"].firstOr("b")); // String
		$type(Nop.describe()); // String
		$type([1, 2].exists(x -> x > 1)); // Bool
		$type([1, 2].fold((x, total) -> x + total, 0)); // Int
		var later = 4.double;
		$type(later()); // Int
		$type(helper(limit)); // Float
		$type(Color.RED); // Color
		$type(Plus(1, 2).match(Plus(1, _) | Nop)); // Bool
		$type(sum(1, 2, 3)); // Int
		$type(sum(...[1, 2])); // Int
		var op = Minus(3);
		var text = switch (op) {
			case Plus(_ * 2 => 4, b): "two " + b;
			case Minus(a): "minus " + a;
			case Plus(_): "plus";
			case Nop: "";
		}
		$type(text); // String
		switch ("HELLO") {
			case _.toLowerCase() => "hello":
			case _:
		}
		var make = Box.new;
		$type(make(3)); // Box<Int>
	}
}
