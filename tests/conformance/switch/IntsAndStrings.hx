class IntsAndStrings {
	static function name(n:Int)
		return switch (n) {
			case 0: "zero";
			case 1 | 2: "few";
			case x if (x < 0): "negative " + x;
			case 100: "hundred";
			case _: "many";
		}
	static function value(s:String):Int {
		switch (s) {
			case "a":
				return 1;
			case "b", "c":
				return 2;
			case null:
				return -1;
			default:
		}
		return 0;
	}
	static function main() {
		for (n in [0, 1, 2, -5, 100, 7]) Sys.println(name(n));
		for (s in ["a", "b", "c", "d", null]) Sys.println(value(s));
		switch (3) {
			case 1: Sys.println("one");
		}
	}
}
