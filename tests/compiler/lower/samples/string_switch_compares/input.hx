class Main {
	static function code(s:String):Int
		return switch (s) {
			case "a": 1;
			case "b" | "c": 2;
			case _: 0;
		}
	static function main() {}
}
