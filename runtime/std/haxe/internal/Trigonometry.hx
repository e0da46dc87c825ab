package haxe.internal;

/**
	Sine and its relatives: reduction to [-pi/4, pi/4] by a three-part pi/2 (Cody and Waite), then the Taylor series,
	long enough for the last bit there. Beyond 1.6 million radians the argument is first taken modulo the double
	nearest 2 pi, so digits are lost as in any program that adds up angles that large.
**/
class Trigonometry {
	static inline final HALF_PI = 1.5707963267948966;
	static inline final HALF_PI_LOW = 6.123233995736766e-17;
	static inline final TWO_PI = 6.283185307179586;
	static inline final TWO_OVER_PI = 0.6366197723675814;

	/** pi/2 in parts of 33 bits, so that their products with a quadrant number below 2^20 are exact. **/
	static inline final PART_1 = 1.5707963267341256;
	static inline final PART_2 = 6.077100506303966e-11;
	static inline final PART_3 = 2.0222662487959506e-21;
	static inline final LARGEST_REDUCED = 1.6e6;

	/** What `reduce` leaves: the remainder, and what rounding cut from it. **/
	static var remainder:Float = 0.0;
	static var remainderLow:Float = 0.0;

	public static function sin(v:Float):Float {
		if (v - v != 0.0) return Math.NaN;
		if (v == 0.0) return v;
		return switch (reduce(v)) {
			case 0: sinNearZero(remainder, remainderLow);
			case 1: cosNearZero(remainder, remainderLow);
			case 2: -sinNearZero(remainder, remainderLow);
			default: -cosNearZero(remainder, remainderLow);
		}
	}

	public static function cos(v:Float):Float {
		if (v - v != 0.0) return Math.NaN;
		return switch (reduce(v)) {
			case 0: cosNearZero(remainder, remainderLow);
			case 1: -sinNearZero(remainder, remainderLow);
			case 2: -cosNearZero(remainder, remainderLow);
			default: sinNearZero(remainder, remainderLow);
		}
	}

	public static function tan(v:Float):Float {
		if (v - v != 0.0) return Math.NaN;
		if (v == 0.0) return v;
		var quadrant = reduce(v);
		var s = sinNearZero(remainder, remainderLow);
		var c = cosNearZero(remainder, remainderLow);
		return quadrant & 1 == 0 ? s / c : -c / s;
	}

	/** Puts v - n pi/2 in `remainder` and gives n modulo 4. **/
	static function reduce(v:Float):Int {
		if (v <= 0.785398 && v >= -0.785398) {
			remainder = v;
			remainderLow = 0.0;
			return 0;
		}
		var x = v > LARGEST_REDUCED || v < -LARGEST_REDUCED ? v % TWO_PI : v;
		var n = Math.ffloor(x * TWO_OVER_PI + 0.5);
		var high = x - n * PART_1;
		var cut = n * PART_2;
		var first = high - cut;
		var low = (high - first) - cut - n * PART_3;
		remainder = first + low;
		remainderLow = low - (remainder - first);
		return Std.int(n) & 3;
	}

	/** sin(r + low) for |r| <= pi/4. **/
	static function sinNearZero(r:Float, low:Float):Float {
		var z = r * r;
		var p = -1.0 / 6.0 + z * (1.0 / 120.0 + z * (-1.0 / 5040.0 + z * (1.0 / 362880.0 + z * (-1.0 / 39916800.0
			+ z * (1.0 / 6227020800.0 + z * (-1.0 / 1307674368000.0 + z * (1.0 / 355687428096000.0)))))));
		return r + (z * r * p + low * (1.0 - 0.5 * z));
	}

	/** cos(r + low) for |r| <= pi/4. **/
	static function cosNearZero(r:Float, low:Float):Float {
		var z = r * r;
		var p = 1.0 / 24.0 + z * (-1.0 / 720.0 + z * (1.0 / 40320.0 + z * (-1.0 / 3628800.0 + z * (1.0 / 479001600.0
			+ z * (-1.0 / 87178291200.0 + z * (1.0 / 20922789888000.0 + z * (-1.0 / 6402373705728000.0)))))));
		var half = 0.5 * z;
		var w = 1.0 - half;
		return w + ((1.0 - w - half) + (z * z * p - r * low));
	}

	/**
		atan(v) as atan(c) + atan((v - c) / (1 + v c)) for the c of 0, 1/2, 1, 3/2 or infinity nearest to v, which
		leaves the series a small argument.
	**/
	public static function atan(v:Float):Float {
		var x = v < 0.0 ? -v : v;
		var angle = if (x < 0.4375) {
			atanSeries(x, 0.0, 0.0);
		} else if (x < 0.6875) {
			atanSeries((2.0 * x - 1.0) / (2.0 + x), 0.4636476090008061, 2.2698777452961687e-17);
		} else if (x < 1.1875) {
			atanSeries((x - 1.0) / (x + 1.0), 0.7853981633974483, 3.061616997868383e-17);
		} else if (x < 2.4375) {
			atanSeries((x - 1.5) / (1.0 + 1.5 * x), 0.982793723247329, 1.3903311031230998e-17);
		} else {
			atanSeries(-1.0 / x, HALF_PI, HALF_PI_LOW);
		}
		return Float64.isNegative(v) ? -angle : angle;
	}

	/** high + low + atan(t) for |t| <= 7/16. **/
	static function atanSeries(t:Float, high:Float, low:Float):Float {
		var z = t * t;
		var sum = 0.0;
		var denominator = 45;
		while (denominator >= 3) {
			sum = z * (1.0 / denominator - sum);
			denominator -= 2;
		}
		return high + (t - (t * sum - low));
	}

	public static function atan2(y:Float, x:Float):Float {
		if (x != x || y != y) return Math.NaN;
		var up = !Float64.isNegative(y);
		if (y == 0.0) return Float64.isNegative(x) ? (up ? Math.PI : -Math.PI) : y;
		if (x == 0.0) return up ? HALF_PI : -HALF_PI;
		if (x - x != 0.0 && y - y != 0.0) {
			var corner = x > 0.0 ? 0.7853981633974483 : 2.356194490192345;
			return up ? corner : -corner;
		}
		var ratio = y / x;
		var angle = atan(ratio < 0.0 ? -ratio : ratio);
		if (x < 0.0) angle = Math.PI - (angle - 2.0 * HALF_PI_LOW);
		return up ? angle : -angle;
	}

	public static function asin(v:Float):Float {
		return atan2(v, Math.sqrt((1.0 - v) * (1.0 + v)));
	}

	public static function acos(v:Float):Float {
		return atan2(Math.sqrt((1.0 - v) * (1.0 + v)), v);
	}
}
