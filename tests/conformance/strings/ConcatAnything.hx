enum Shape { Dot; Circle(r:Float); }
class Named {
	public function new() {}
	public function toString() return "named!";
}
class ConcatAnything {
	static function main() {
		Sys.println("i" + 1);
		Sys.println(1 + "i");
		Sys.println(1 + 2 + "x" + 1 + 2);
		Sys.println("f" + 1.5);
		Sys.println("b" + true);
		Sys.println("n" + null);
		Sys.println("e" + Circle(2) + Dot);
		Sys.println("o" + new Named());
		Sys.println("a" + [1, 2]);
		Sys.println("s" + {x: 1});
		var s = "x";
		s += 1;
		s += "y";
		Sys.println(s);
	}
}
