class Closures {
	var field = 3;

	public function new() {}

	function adder(n:Int):Int->Int {
		return x -> x + n + field;
	}

	function make() {
		function inner(x:Int):Int {
			return x == 0 ? 0 : inner(x - 1) + field;
		}
		return inner;
	}

	static function apply<A, B>(f:A->B, a:A):B {
		return f(a);
	}

	static function optional(a:Int, ?b:String, c = 2.5, d:Bool = true):String {
		return a + b + c + d;
	}

	static function rest(first:Int, ...others:Int):Int {
		var sum = first;
		for (x in others) sum += x;
		return sum;
	}

	static function skip(?a:Int, ?b:String, ?c:Bool) {}

	static function main() {
		var c = new Closures();
		$type(c.adder(2)); // Int -> Int
		$type(c.make()); // (x : Int) -> Int
		$type(apply(x -> x + 1, 2)); // Int
		$type(apply(function(s:String) return s.length, "x")); // Int
		var counter = 0;
		var increment = () -> counter++;
		$type(increment); // () -> Int
		var nothing = function() {}
		$type(nothing); // () -> Void
		var m = [1, 2, 3].map(x -> x * 0.5);
		$type(m); // Array<Float>
		$type(m.filter(x -> x > 1)); // Array<Float>
		m.sort((a, b) -> a < b ? -1 : 1);
		optional(1);
		optional(1, "b");
		optional(1, "b", 3.5, false);
		optional(1, 3.5);
		skip("b");
		skip(1, true);
		skip(true);
		rest(1);
		rest(1, 2, 3);
		rest(1, ...[2, 3]);
		var f:Int->String->Void = function(i, s) {
			$type(i); // Int
			$type(s); // String
		};
		f(1, "x");
		var b = optional.bind(1, _, 2);
		var add = (a:Int, b:Int) -> a + b;
		$type(add.bind(1)); // (b : Int) -> Int
		$type(add.bind(_, 2)(1)); // Int
		var fs:Array<() -> Int> = [];
		for (i in 0...3) fs.push(() -> i);
		var compose = (f, g) -> x -> g(f(x));
		var named:(a:Int, ?b:Int) -> Int = function(a, ?b) return b == null ? a : b;
		$type(named(1)); // Int
		function generic<T>(x:T):Array<T>
			return [x];
		$type(generic("s")); // Array<String>
		var later:Void->Void = null;
		later = () -> later();
	}
}
