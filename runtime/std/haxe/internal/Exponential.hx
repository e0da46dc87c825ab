package haxe.internal;

/**
	exp, log and pow: reduction by powers of two, then series. `pow` carries the logarithm as a sum of two doubles
	(Dekker's arithmetic), so that large powers keep their last digits.
**/
class Exponential {
	static inline final LN2_HIGH = 0.6931471803691238;
	static inline final LN2_LOW = 1.9082149292705877e-10;
	static inline final LOG2_E = 1.4426950408889634;
	static inline final SQRT_2 = 1.4142135623730951;
	static inline final THIRD_LOW = 1.850371707708594e-17;
	static inline final SPLITTER = 134217729.0;

	/** Second results of `decompose` and of the double-double steps. **/
	static var exponent:Int = 0;
	static var low:Float = 0.0;

	public static function exp(v:Float):Float {
		if (v != v) return v;
		if (v > 710.0) return Math.POSITIVE_INFINITY;
		if (v < -746.0) return 0.0;
		return expOfSum(v, 0.0);
	}

	/** exp(high + small) where small is below the last digits of high. **/
	static function expOfSum(high:Float, small:Float):Float {
		var k = Math.ffloor(high * LOG2_E + 0.5);
		var first = high - k * LN2_HIGH;
		var cut = k * LN2_LOW;
		var r = first - cut;
		var rest = (first - r) - cut + small;
		var p = 0.0;
		var n = 14;
		while (n >= 3) {
			p = (p + 1.0) * r / n;
			n--;
		}
		var tail = (p + 1.0) * r * r * 0.5;
		var sum = 1.0 + r;
		var cutOff = (1.0 - sum) + r;
		return Float64.scale(sum + (cutOff + (tail + (rest + rest * (r + tail)))), Std.int(k));
	}

	public static function log(v:Float):Float {
		if (v != v || v < 0.0) return Math.NaN;
		if (v == 0.0) return Math.NEGATIVE_INFINITY;
		if (v - v != 0.0) return v;
		var f = decompose(v) - 1.0;
		var k:Float = exponent;
		var s = f / (2.0 + f);
		var half = 0.5 * f * f;
		return k * LN2_HIGH - ((half - (s * (half + logSeries(s * s)) + k * LN2_LOW)) - f);
	}

	/** 2 z / 3 + 2 z^2 / 5 + 2 z^3 / 7 ... for z up to 0.03. **/
	static function logSeries(z:Float):Float {
		var sum = 0.0;
		var denominator = 25;
		while (denominator >= 3) {
			sum = z * (sum + 2.0 / denominator);
			denominator -= 2;
		}
		return sum;
	}

	/** Splits a positive finite number into a mantissa from sqrt(1/2) to sqrt(2), returned, and its `exponent`. **/
	static function decompose(v:Float):Float {
		var x = v;
		exponent = 0;
		if (Float64.highBits(x) < 0x00100000) {
			x *= 18014398509481984.0;
			exponent = -54;
		}
		var high = Float64.highBits(x);
		exponent += (high >>> 20) - 1023;
		var mantissa = Float64.fromBits(Float64.lowBits(x), (high & 0xFFFFF) | 0x3FF00000);
		if (mantissa > SQRT_2) {
			mantissa *= 0.5;
			exponent++;
		}
		return mantissa;
	}

	public static function pow(v:Float, exp:Float):Float {
		if (exp == 0.0) return 1.0;
		if (v != v || exp != exp) return Math.NaN;
		var isWhole = exp == Math.ffloor(exp);
		var isOdd = isWhole && exp % 2.0 != 0.0;
		var size = v < 0.0 ? -v : v;
		if (exp - exp != 0.0) {
			if (size == 1.0) return Math.NaN;
			return (size > 1.0) == (exp > 0.0) ? Math.POSITIVE_INFINITY : 0.0;
		}
		var negative = isOdd && Float64.isNegative(v);
		if (size == 0.0 || size - size != 0.0) {
			var result = (size == 0.0) == (exp > 0.0) ? 0.0 : Math.POSITIVE_INFINITY;
			return negative ? -result : result;
		}
		if (v < 0.0 && !isWhole) return Math.NaN;
		var result = powPositive(size, exp);
		return negative ? -result : result;
	}

	static function powPositive(v:Float, exp:Float):Float {
		if (v == 1.0) return 1.0;
		var logHigh = logDouble(v);
		var logLow = low;
		var product = multiply(exp, logHigh);
		var rest = low + exp * logLow;
		if (product > 710.0) return Math.POSITIVE_INFINITY;
		if (product < -746.0) return 0.0;
		return expOfSum(product, rest);
	}

	/** log(v) as the returned number plus `low`. **/
	static function logDouble(v:Float):Float {
		var m = decompose(v);
		var k:Float = exponent;
		var f = m - 1.0;
		var d = m + 1.0;
		var dLow = m - (d - 1.0);
		var s = f / d;
		var sd = multiply(s, d);
		var sLow = (f - sd - low - s * dLow) / d;
		// The cube's third also in two parts; the terms after it are small enough for one double.
		var z = multiply(s, s);
		var zLow = low + 2.0 * s * sLow;
		var cube = multiply(z, s);
		var cubeLow = low + z * sLow + zLow * s;
		var third = multiply(cube, 1.0 / 3.0);
		var thirdLow = low + cube * THIRD_LOW + cubeLow / 3.0;
		var rest = s * (logSeries(z) * 0.5 - z / 3.0);
		var sum = add(s, third);
		var logM = 2.0 * sum;
		var logMLow = 2.0 * (low + sLow + thirdLow + rest);
		var high = add(k * LN2_HIGH, logM);
		var small = low + logMLow + k * LN2_LOW;
		var result = high + small;
		low = small - (result - high);
		return result;
	}

	/** a * b; what rounding cut off is left in `low`. **/
	static function multiply(a:Float, b:Float):Float {
		var product = a * b;
		var t = SPLITTER * a;
		var aHigh = t - (t - a);
		var aLow = a - aHigh;
		t = SPLITTER * b;
		var bHigh = t - (t - b);
		var bLow = b - bHigh;
		low = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
		return product;
	}

	/** a + b; what rounding cut off is left in `low`. **/
	static function add(a:Float, b:Float):Float {
		var sum = a + b;
		var t = sum - a;
		low = (a - (sum - t)) + (b - t);
		return sum;
	}
}
