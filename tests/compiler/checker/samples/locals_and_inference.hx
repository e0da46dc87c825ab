class LocalsAndInference {
	static function main() {
		var x = null;
		x = 5;
		$type(x); // Null<Int>
		var a = [];
		a.push("s");
		$type(a); // Array<String>
		var y;
		y = 2.5;
		$type(y); // Float
		final z = [1, 2.5];
		$type(z); // Array<Float>
		var mixed:Array<Dynamic> = [1, "a", true];
		var f = function(a, b) return a + b * 2;
		$type(f(1, 2)); // Int
		var g = (n:Int) -> n * 2.0;
		$type(g); // (n : Int) -> Float
		$type(twice(3)); // Int
		$type(identity("x")); // String
		$type(pick(true, 1, 2)); // Int
		var o = {x: 1, y: "s"};
		$type(o.x); // Int
		$type(o); // { x : Int, y : String }
		var h = null;
		h = {a: 1};
		$type(h.a); // Int
		var v = if (o.x > 0) "a" else "b";
		$type(v); // String
		var w = switch (o.x) {
			case 1: 1;
			case 2: 2.5;
			default: 3;
		}
		$type(w); // Float
		var t = try Std.parseInt("5") catch (e:Dynamic) 0;
		$type(t); // Null<Int>
		var b = {
			var q = 3;
			q + 1;
		}
		$type(b); // Int
		recursive(3);
		var shadow = 1;
		{
			var shadow = "inner";
			$type(shadow); // String
		}
		$type(shadow); // Int
	}

	static function twice(n)
		return n * 2;

	static function identity<T>(value:T):T {
		return value;
	}

	static function pick<T>(first:Bool, a:T, b:T):T {
		return first ? a : b;
	}

	static function recursive(n:Int) {
		if (n == 0) return 0;
		return recursive(n - 1) + 1;
	}
}
