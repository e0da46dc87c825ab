class Codes {
	public static final OPEN = 7;
	public static inline var SHUT = 8;
}
enum abstract Mode(String) {
	var Fast = "fast";
	var Slow = "slow";
}
class Values {
	static function main() {
		for (n in [7, 8, 9]) {
			Sys.println(switch (n) {
				case Codes.OPEN: "open";
				case Codes.SHUT: "shut";
				case _: "?";
			});
		}
		var m = Fast;
		Sys.println(switch (m) {
			case Fast: 1;
			case Slow: 2;
		});
		for (b in [true, false]) Sys.println(switch (b) {
			case true: "t";
			case false: "f";
		});
		for (f in [0.5, 1.0, 2.0]) Sys.println(switch (f) {
			case 0.5: "half";
			case 1: "one";
			case _: "more";
		});
		var n:Null<Int> = null;
		Sys.println(switch (n) {
			case null: "null";
			case 0: "zero";
			case _: "some";
		});
	}
}
