package haxe.internal;

/** The bits of IEEE doubles. **/
class Float64 {
	@:intrinsic("f64.lowBits") public static function lowBits(v:Float):Int;

	@:intrinsic("f64.highBits") public static function highBits(v:Float):Int;

	@:intrinsic("f64.fromBits") public static function fromBits(low:Int, high:Int):Float;

	/** `v` rounded to a 32-bit float, as its bits. **/
	@:intrinsic("f64.toFloat32Bits") public static function toFloat32Bits(v:Float):Int;

	@:intrinsic("f64.fromFloat32Bits") public static function fromFloat32Bits(bits:Int):Float;

	/** 2 to the power `exponent`, which is from -1022 to 1023. **/
	public static function powerOfTwo(exponent:Int):Float {
		return fromBits(0, (exponent + 1023) << 20);
	}

	/** `v * 2^exponent` for any exponent, rounded once. **/
	public static function scale(v:Float, exponent:Int):Float {
		if (exponent > 1023) return exponent > 2100 ? v * powerOfTwo(1023) * powerOfTwo(1023) * powerOfTwo(1023) : v * powerOfTwo(1023) * powerOfTwo(exponent - 1023 > 1023 ? 1023 : exponent - 1023);
		if (exponent < -1022) return v * powerOfTwo(exponent + 200 < -1022 ? -1022 : exponent + 200) * powerOfTwo(-200);
		return v * powerOfTwo(exponent);
	}

	/** Is the sign bit set? Also tells -0 from 0. **/
	public static function isNegative(v:Float):Bool {
		return highBits(v) < 0;
	}
}
