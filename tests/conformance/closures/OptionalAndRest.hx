class OptionalAndRest {
	static function main() {
		var f = function(a:Int, ?b:Int, c:String = "c") return a + ":" + b + ":" + c;
		Sys.println(f(1));
		Sys.println(f(1, 2));
		Sys.println(f(1, 2, "x"));
		var g = (x:Float, scale:Float = 2) -> x * scale;
		Sys.println(g(3));
		Sys.println(g(3, 0.5));
		var h:(Int, ?Int) -> Int = (a, ?b) -> b == null ? a : a + b;
		Sys.println(h(5) + h(5, 6));
		var any:Dynamic = f;
		Sys.println(any(9, 8, "seven"));
	}
}
