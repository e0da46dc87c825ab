class ParseIntRange {
	static final texts = [
		"2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296", "12345678901", "-99999999999",
		"99999999999999999999999", "00000000000012", "0x80000000", "0xFFFFFFFF", "0x100000000", "0x1F1000003",
		"0x00000000FF", "-0x80000000", "-0x80000001", "-0xFFFFFFFF"
	];

	static function main() {
		for (text in texts) Sys.println('$text ${Std.parseInt(text)}');
	}
}
