class GuardFallsThrough {
	static function main() {
		for (i in 0...4)
			Sys.println(switch (i) {
				case 1 if (i > 5): "never";
				case 1: "one";
				case n if (n == 2): "two";
				case n: "other " + n;
			});
	}
}
