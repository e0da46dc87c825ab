class WrapsAt32Bits {
	static function main() {
		var big = 2147483647;
		Sys.println(big + 1);
		Sys.println(big * 2);
		Sys.println(-2147483648 - 1);
		var h = 17;
		for (i in 0...10) h = h * 31 + i;
		Sys.println(h);
		Sys.println(-(-2147483648));
	}
}
