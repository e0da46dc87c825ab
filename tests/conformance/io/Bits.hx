import haxe.Int64;
import haxe.io.FPHelper;

class Bits {
	static function main():Void {
		for (f in [0.0, -0.0, 1.0, -2.0, 0.5, 1.5, 0.1, 65504.0, 3.4028234663852886e38, 1e39, 1e-45, 1e-46, 16777217.0]) {
			Sys.println(StringTools.hex(FPHelper.floatToI32(f), 8));
		}
		for (bits in [0, 0x3F800000, 0x40490FDB, 0x7F7FFFFF, 1, 0x7F800000]) {
			var f = FPHelper.i32ToFloat(bits);
			Sys.println(FPHelper.floatToI32(f) == bits);
		}
		for (v in [0.0, -0.0, 1.0, -2.0, 0.1, 1e300, -1e-300, 4.9e-324, 9007199254740993.0]) {
			var bits = FPHelper.doubleToI64(v);
			var high = bits.high;
			var low = bits.low;
			Sys.println(StringTools.hex(high, 8) + " " + StringTools.hex(low, 8));
			Sys.println(FPHelper.i64ToDouble(low, high) == v);
		}
		Sys.println(Math.isNaN(FPHelper.i64ToDouble(0, 0x7FF80000)));
		Sys.println(Math.isNaN(FPHelper.i32ToFloat(0x7FC00000)));
		Sys.println(Math.isNaN(FPHelper.i32ToFloat(-1)));
		Sys.println(FPHelper.i64ToDouble(0, 0x7FF00000) == Math.POSITIVE_INFINITY);
		Sys.println(Int64.toStr(FPHelper.doubleToI64(1.0)));
	}
}
