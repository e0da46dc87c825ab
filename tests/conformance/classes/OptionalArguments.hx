class OptionalArguments {
	static function greet(name:String, greeting = "Hello", ?times:Int):String {
		var n = times == null ? 1 : times;
		return [for (i in 0...n) greeting].join(" ") + ", " + name;
	}
	static function scale(x:Float, by:Float = 2.5, sign:Int = -1) return x * by * sign;
	var base:Int;
	function new(base = 7) this.base = base;
	function plus(n:Int = 1) return base + n;
	static function main() {
		Sys.println(greet("A"));
		Sys.println(greet("A", "Hi"));
		Sys.println(greet("A", "Hi", 2));
		Sys.println(scale(2));
		Sys.println(scale(2, 1));
		Sys.println(scale(2, 1, 1));
		Sys.println(new OptionalArguments().plus());
		Sys.println(new OptionalArguments(1).plus(5));
		var f = greet;
		Sys.println(f("B"));
		Sys.println(f("B", "Yo", 3));
	}
}
