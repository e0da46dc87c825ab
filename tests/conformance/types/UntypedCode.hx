class Thing {
	public var known = 1;
	public function new() {}

	public function self() return this;
}

class UntypedCode {
	static function takes(s:String) return "took " + s;
	static function main() {
		var length:Int = untyped "abc".length;
		Sys.println(length);
		var o = {a: 1};
		untyped o.b = 3;
		Sys.println(untyped o.b);
		Sys.println(Reflect.hasField(o, "b"));
		var any:Dynamic = "text";
		var s:String = untyped any;
		Sys.println(s.toUpperCase());
		Sys.println(untyped new Thing().known + 1);
		Sys.println(untyped new Thing().self().known);
		untyped { var inner = 2; Sys.println(inner); Sys.println(takes("x")); }
		var f:Dynamic = untyped takes;
		Sys.println(f("y"));
		untyped Sys.println("called");
		Sys.println((untyped 3 : Int) + 1);
		var sum = 0;
		untyped for (i in 0...3) sum += i;
		Sys.println(sum);
	}
}
