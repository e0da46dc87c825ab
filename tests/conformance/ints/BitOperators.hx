// static: 8: 2
class BitOperators {
	static function main() {
		var a = 0xF0F0;
		Sys.println(a & 0xFF00);
		Sys.println(a | 0x0F0F);
		Sys.println(a ^ 0xFFFF);
		Sys.println(~a);
		Sys.println(1 << 31);
		Sys.println(-8 >> 1);
		Sys.println(-8 >>> 28);
		Sys.println(1 << 33);
	}
}
