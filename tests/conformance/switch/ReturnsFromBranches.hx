class ReturnsFromBranches {
	static function pick(n:Int):String {
		return if (n < 0) {
			"negative";
		} else switch (n) {
			case 0: "zero";
			case 1:
				var s = "on";
				s + "e";
			case _: try half(n) catch (e:String) "odd " + e;
		}
	}
	static function half(n:Int):String {
		if (n % 2 == 1) throw "" + n;
		return "half is " + Std.int(n / 2);
	}
	static function main() {
		for (n in [-1, 0, 1, 2, 3]) Sys.println(pick(n));
	}
}
