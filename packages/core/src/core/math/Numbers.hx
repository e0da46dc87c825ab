package core.math;

/** What games do with numbers. **/
class Numbers {
	/** The nearest value from `low` to `high`. **/
	public static inline function clamp(value:Float, low:Float, high:Float):Float {
		return value < low ? low : (value > high ? high : value);
	}

	public static inline function clampInt(value:Int, low:Int, high:Int):Int {
		return value < low ? low : (value > high ? high : value);
	}

	/** From `a` for 0 to `b` for 1. **/
	public static inline function lerp(a:Float, b:Float, amount:Float):Float {
		return a + (b - a) * amount;
	}

	/** Where `value` is on the way from `a`, which gives 0, to `b`, which gives 1. **/
	public static inline function inverseLerp(a:Float, b:Float, value:Float):Float {
		return (value - a) / (b - a);
	}

	/** The place from `toLow` to `toHigh` that `value` has from `low` to `high`. **/
	public static inline function remap(value:Float, low:Float, high:Float, toLow:Float, toHigh:Float):Float {
		return lerp(toLow, toHigh, inverseLerp(low, high, value));
	}

	/** 0 up to `low`, 1 from `high` on, and between them a curve that is level at both ends. **/
	public static function smoothstep(low:Float, high:Float, value:Float):Float {
		var t = clamp(inverseLerp(low, high, value), 0.0, 1.0);
		return t * t * (3.0 - 2.0 * t);
	}

	/** -1, 0 or 1. **/
	public static inline function sign(value:Float):Float {
		return value > 0.0 ? 1.0 : (value < 0.0 ? -1.0 : 0.0);
	}

	/**
		`value` on its way to `target` after `dt` seconds, closer by the same share in each second whatever the length of a
		step; the larger `rate`, the faster.
	**/
	public static inline function damp(value:Float, target:Float, rate:Float, dt:Float):Float {
		return target + (value - target) * Math.exp(-rate * dt);
	}

	/** `value` moved towards `target` by at most `step`, and not past it. **/
	public static function moveTowards(value:Float, target:Float, step:Float):Float {
		var left = target - value;
		return Math.abs(left) <= step ? target : value + sign(left) * step;
	}

	/** The value from `low` up to `high`, the latter left out, that is a whole number of ranges away. **/
	public static function wrap(value:Float, low:Float, high:Float):Float {
		var range = high - low;
		return value - Math.ffloor((value - low) / range) * range;
	}

	/** Up from 0 to `length` and down again, over and over. **/
	public static function pingPong(value:Float, length:Float):Float {
		return length - Math.abs(wrap(value, 0.0, 2.0 * length) - length);
	}

	/** The same direction as an angle from -PI up to PI. **/
	public static function wrapAngle(radians:Float):Float {
		return wrap(radians, -Math.PI, Math.PI);
	}

	/** From angle `a` to angle `b` the short way around. **/
	public static function lerpAngle(a:Float, b:Float, amount:Float):Float {
		return a + wrapAngle(b - a) * amount;
	}

	public static inline function toRadians(degrees:Float):Float {
		return degrees * (Math.PI / 180.0);
	}

	public static inline function toDegrees(radians:Float):Float {
		return radians * (180.0 / Math.PI);
	}

	/** Do they differ by no more than `tolerance`? **/
	public static inline function isNear(a:Float, b:Float, tolerance:Float = 1e-6):Bool {
		return Math.abs(a - b) <= tolerance;
	}
}
