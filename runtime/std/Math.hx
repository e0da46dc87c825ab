import haxe.internal.Exponential;
import haxe.internal.Random;
import haxe.internal.Trigonometry;

/**
	Numbers' functions. All are computed by the same Haxe code or by exact IEEE operations, so every mode and platform
	gives the same bits.
**/
class Math {
	public static inline final PI:Float = 3.141592653589793;
	public static final POSITIVE_INFINITY:Float = 1.0 / 0.0;
	public static final NEGATIVE_INFINITY:Float = -1.0 / 0.0;
	public static final NaN:Float = 0.0 / 0.0;

	@:intrinsic("f64.sqrt") public static function sqrt(v:Float):Float;

	@:intrinsic("f64.abs") public static function abs(v:Float):Float;

	/** The largest whole number not above `v`, as a Float. **/
	@:intrinsic("f64.floor") public static function ffloor(v:Float):Float;

	/** The smallest whole number not below `v`, as a Float. **/
	@:intrinsic("f64.ceil") public static function fceil(v:Float):Float;

	/** The nearest whole number, halves upwards, as a Float. **/
	public static function fround(v:Float):Float {
		var low = ffloor(v);
		return v - low < 0.5 ? low : low + 1.0;
	}

	public static function floor(v:Float):Int {
		return Std.int(ffloor(v));
	}

	public static function ceil(v:Float):Int {
		return Std.int(fceil(v));
	}

	public static function round(v:Float):Int {
		return Std.int(fround(v));
	}

	/** The smaller; NaN where either is. **/
	public static function min(a:Float, b:Float):Float {
		return a < b || a != a ? a : b;
	}

	/** The larger; NaN where either is. **/
	public static function max(a:Float, b:Float):Float {
		return a > b || a != a ? a : b;
	}

	public static function isNaN(f:Float):Bool {
		return f != f;
	}

	public static function isFinite(f:Float):Bool {
		return f - f == 0.0;
	}

	public static function sin(v:Float):Float {
		return Trigonometry.sin(v);
	}

	public static function cos(v:Float):Float {
		return Trigonometry.cos(v);
	}

	public static function tan(v:Float):Float {
		return Trigonometry.tan(v);
	}

	public static function asin(v:Float):Float {
		return Trigonometry.asin(v);
	}

	public static function acos(v:Float):Float {
		return Trigonometry.acos(v);
	}

	public static function atan(v:Float):Float {
		return Trigonometry.atan(v);
	}

	/** The angle of the point (x, y), from -PI to PI. **/
	public static function atan2(y:Float, x:Float):Float {
		return Trigonometry.atan2(y, x);
	}

	public static function exp(v:Float):Float {
		return Exponential.exp(v);
	}

	/** The natural logarithm. **/
	public static function log(v:Float):Float {
		return Exponential.log(v);
	}

	public static function pow(v:Float, exp:Float):Float {
		return Exponential.pow(v, exp);
	}

	/** A number from 0 up to 1, 1 left out. **/
	public static function random():Float {
		return Random.next();
	}
}
