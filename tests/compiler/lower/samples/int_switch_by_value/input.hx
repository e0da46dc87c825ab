class Main {
	static function name(n:Int):String {
		switch (n) {
			case 0:
				return "zero";
			case 1 | 2:
				return "few";
			case x if (x < 0):
				return "negative";
			default:
				return "many";
		}
	}
	static function main() {}
}
