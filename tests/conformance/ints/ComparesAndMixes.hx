class ComparesAndMixes {
	static function main() {
		var i = 3;
		var f = 3.0;
		Sys.println(i == f);
		Sys.println(i < 3.5);
		Sys.println(i + 0.5);
		var x:Float = i;
		Sys.println(x / 2);
		Sys.println(Std.int(2.9) + Std.int(-2.9));
		Sys.println(i > 2 && i <= 3);
	}
}
