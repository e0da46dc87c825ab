class ArraysAndTuples {
	static function show(a:Array<Int>)
		return switch (a) {
			case []: "empty";
			case [x]: "one " + x;
			case [1, y]: "one and " + y;
			case [x, y]: x + " and " + y;
			case _: "long";
		}
	static function main() {
		Sys.println(show([]));
		Sys.println(show([5]));
		Sys.println(show([1, 2]));
		Sys.println(show([3, 4]));
		Sys.println(show([1, 2, 3]));
		for (a in [true, false])
			for (b in [true, false])
				Sys.println(switch [a, b] {
					case [true, true]: "both";
					case [false, false]: "none";
					case [true, _]: "first";
					case [_, true]: "second";
				});
	}
}
