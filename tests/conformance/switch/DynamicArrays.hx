/** Array patterns for a value whose type is only known when the program runs. **/
class DynamicArrays {
	static function describe(value:Dynamic):String {
		return switch (value) {
			case []: "none";
			case [1, x]: 'one and $x';
			case [x] if (x == "alone"): "alone";
			case [_]: "single";
			default: "other";
		}
	}

	static function main() {
		Sys.println(describe([]));
		Sys.println(describe([1, "a"]));
		Sys.println(describe([1, null]));
		Sys.println(describe(["alone"]));
		Sys.println(describe([5]));
		Sys.println(describe([5, 6, 7]));
	}
}
