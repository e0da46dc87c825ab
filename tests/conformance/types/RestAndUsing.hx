using RestAndUsing.Extra;
class Extra {
	public static function shout(s:String, mark = "!"):String return s.toUpperCase() + mark;
	public static function total(xs:Array<Int>):Int {
		var t = 0;
		for (x in xs) t += x;
		return t;
	}
}
class RestAndUsing {
	static function join(sep:String, ...parts:String) return parts.toArray().join(sep);
	static function main() {
		Sys.println("hey".shout());
		Sys.println("hey".shout("?"));
		Sys.println([1, 2, 3].total());
		Sys.println(join("-", "a", "b", "c"));
		Sys.println(join("-"));
		var more = ["x", "y"];
		Sys.println(join("+", ...more));
	}
}
