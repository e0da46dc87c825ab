/** Functions as values: calls with arrays of arguments, any number of them, and what is the same function. **/
class Functions {
	static function main() {
		calls();
		anyNumber();
		comparisons();
		kinds();
		ordering();
	}

	static function calls() {
		Sys.println(Reflect.callMethod(null, add, [1, 2]));
		Sys.println(Reflect.callMethod(null, (a:String, b:String) -> a + b, ["x", "y"]));
		Sys.println(Reflect.callMethod(null, () -> "none", []));
		Sys.println(Reflect.callMethod(null, greet, ["you"]));
		Sys.println(Reflect.callMethod(null, greet, ["you", "Hey"]));
		Sys.println(Reflect.callMethod(null, seven, [1, 2, 3, 4, 5, 6, 7]));
		var counter = new Counter(10);
		Sys.println(Reflect.callMethod(counter, counter.step, [5]));
		Sys.println(Reflect.callMethod(null, counter.step, [5]));
		Sys.println(Reflect.callMethod(null, half, [3]));
		var failed = try Reflect.callMethod(null, null, []) catch (error:Dynamic) "cannot";
		Sys.println(failed);
		failed = try Reflect.callMethod(null, () -> throw "inside", []) catch (error:String) error;
		Sys.println(failed);
		var args:Array<Dynamic> = [1, 2];
		Reflect.callMethod(null, (a:Int, b:Int) -> args.resize(0), args);
		Sys.println(args.length);
	}

	static function anyNumber() {
		var sum:Dynamic = Reflect.makeVarArgs(args -> {
			var total = 0;
			for (arg in args) total += arg;
			return total;
		});
		Sys.println(sum());
		Sys.println(sum(1));
		Sys.println(sum(1, 2, 3));
		Sys.println(sum(1, 2, 3, 4, 5, 6, 7, 8, 9));
		Sys.println(Reflect.callMethod(null, sum, [4, 5]));
		Sys.println(Reflect.isFunction(sum));
		var three:Int->Int->Int->Int = sum;
		Sys.println(three(10, 20, 30));
		var texts:Dynamic = Reflect.makeVarArgs(args -> args.join("+"));
		Sys.println(texts("a", 1, null, true));
		var count = 0;
		var counting:Dynamic = Reflect.makeVarArgs(args -> {
			count += args.length;
		});
		counting(1, 2);
		counting();
		Sys.println(count);
	}

	static function comparisons() {
		var first = new Counter(1);
		var second = new Counter(1);
		Sys.println(Reflect.compareMethods(first.step, first.step));
		Sys.println(Reflect.compareMethods(first.step, second.step));
		Sys.println(Reflect.compareMethods(first.step, first.reset));
		Sys.println(Reflect.compareMethods(first.step, Reflect.field(first, "step")));
		Sys.println(Reflect.compareMethods(add, add));
		Sys.println(Reflect.compareMethods(add, seven));
		Sys.println(Reflect.compareMethods(Counter.make, Reflect.field(Counter, "make")));
		var lambda = () -> first;
		Sys.println(Reflect.compareMethods(lambda, lambda));
		Sys.println(Reflect.compareMethods(capture(first), capture(first)));
		Sys.println(Reflect.compareMethods(first.step, null));
		Sys.println(Reflect.compareMethods(null, null));
		var base:Base = first;
		Sys.println(Reflect.compareMethods(base.step, first.step));
		var listeners = [first.step, second.step, first.step];
		listeners = listeners.filter(one -> !Reflect.compareMethods(one, first.step));
		Sys.println(listeners.length);
	}

	static function kinds() {
		var values:Array<Dynamic> = [null, 1, 1.5, true, "s", [1], new Counter(1), Plain, With(1), {x: 1}, Counter, Option, add];
		for (value in values) {
			Sys.println([Reflect.isObject(value), Reflect.isFunction(value), Reflect.isEnumValue(value)].join(" "));
		}
	}

	static function ordering() {
		Sys.println(Reflect.compare(1, 2));
		Sys.println(Reflect.compare(2.5, 1.5));
		Sys.println(Reflect.compare("b", "a"));
		Sys.println(Reflect.compare("a", "a"));
		Sys.println(Reflect.compare(1.5, 1.5));
		Sys.println(Reflect.compare(null, null));
		Sys.println(Reflect.compare(null, 1));
		Sys.println(Reflect.compare((true : Dynamic), false));
		var words = ["pear", "apple", "fig"];
		words.sort(Reflect.compare);
		Sys.println(words);
	}

	static function capture(counter:Counter):Void->Counter {
		return () -> counter;
	}

	static function add(a:Int, b:Int):Int {
		return a + b;
	}

	static function half(a:Float):Float {
		return a / 2;
	}

	static function greet(who:String, how = "Hello"):String {
		return how + " " + who;
	}

	static function seven(a:Int, b:Int, c:Int, d:Int, e:Int, f:Int, g:Int):Int {
		return a * b + c * d + e * f + g;
	}
}

class Base {
	public function new() {}

	public function step(by:Int):Int {
		return by;
	}
}

class Counter extends Base {
	var value:Int;

	public function new(value) {
		super();
		this.value = value;
	}

	override public function step(by:Int):Int {
		return value += by;
	}

	public function reset(to:Int):Int {
		return value = to;
	}

	public static function make():Counter {
		return new Counter(0);
	}
}

enum Option {
	Plain;
	With(x:Int);
}
