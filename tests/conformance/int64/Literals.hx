// since: 4.3
class Literals {
	static function main():Void {
		Sys.println(1i64 + " " + -1i64 + " " + 0xFFi64 + " " + 5_i64);
		Sys.println(9_223_372_036_854_775_807i64 + " " + -9223372036854775808i64);
		Sys.println(0x8000_0000_0000_0000i64 + " " + 0xFFFF_FFFF_FFFF_FFFFi64 + " " + 0b101i64);
		Sys.println(1i64 << 40);
		Sys.println((1i64 + 1 == 2i64) + " " + (5000000000i64 > 4999999999i64));
		Sys.println(haxe.Int64.isInt64(1i64));
		var id = 4294967296i64;
		id++;
		Sys.println(id + " " + id.high + " " + id.low);
		Sys.println(Std.string(4294967295u32) + " " + Std.string(0xFFFF_FFFFu32) + " " + (3000000000u32 > 1));
		Sys.println(1i32 + " " + -2147483648i32 + " " + 0xFFFFFFFFi32);
		Sys.println(1.5f64 + " " + 2f64 / 4 + " " + 1e3f64);
		Sys.println(1_000_000 + " " + 0xFF_FF + " " + 0b1010_1010 + " " + 1_0.2_5 + " " + 1e1_0);
		var sum:haxe.Int64 = 0;
		for (i in 0...3) sum += 1_000_000_000_000i64;
		Sys.println(sum);
	}
}
