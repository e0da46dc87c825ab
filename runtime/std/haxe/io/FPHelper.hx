package haxe.io;

/** Numbers as the bits that IEEE 754 gives them. **/
class FPHelper {
	static inline final NAN_HIGH = 0x7FF80000;

	@:intrinsic("f64.fromFloat32Bits") static function ofFloat32Bits(bits:Int):Float;

	@:intrinsic("f64.toFloat32Bits") static function toFloat32Bits(f:Float):Int;

	@:intrinsic("f64.fromBits") static function ofBits(low:Int, high:Int):Float;

	@:intrinsic("f64.lowBits") static function lowBits(v:Float):Int;

	@:intrinsic("f64.highBits") static function highBits(v:Float):Int;

	/** The number with these 32 bits. **/
	public static function i32ToFloat(i:Int):Float {
		return ofFloat32Bits(i);
	}

	/** The 32 bits of the number, rounded. **/
	public static function floatToI32(f:Float):Int {
		return toFloat32Bits(f);
	}

	/** The number with these 64 bits. **/
	public static function i64ToDouble(low:Int, high:Int):Float {
		return ofBits(low, high);
	}

	/** The 64 bits of the number; every NaN has the same. **/
	public static function doubleToI64(v:Float):Int64 {
		return v != v ? Int64.make(NAN_HIGH, 0) : Int64.make(highBits(v), lowBits(v));
	}
}
