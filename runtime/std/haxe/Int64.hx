package haxe;

using haxe.Int64;

/** A signed integer of 64 bits; arithmetic wraps. It is made of two `Int`, and values never change. **/
abstract Int64(___Int64) from ___Int64 to ___Int64 {
	/** The upper 32 bits. **/
	public var high(get, never):Int32;

	/** The lower 32 bits. **/
	public var low(get, never):Int32;

	inline function get_high():Int32 {
		return this.high;
	}

	inline function get_low():Int32 {
		return this.low;
	}

	inline function new(x:___Int64) {
		this = x;
	}

	/** The same number. **/
	public inline function copy():Int64 {
		return this;
	}

	public static inline function make(high:Int32, low:Int32):Int64 {
		return new Int64(new ___Int64(high, low));
	}

	@:from public static inline function ofInt(x:Int):Int64 {
		return make(x >> 31, x);
	}

	/** Throws "Overflow" for what an `Int` cannot hold. **/
	public static function toInt(x:Int64):Int {
		var low:Int = x.low;
		if (x.high != low >> 31) throw "Overflow";
		return low;
	}

	@:deprecated("haxe.Int64.is() is deprecated. Use haxe.Int64.isInt64() instead")
	public static function is(val:Dynamic):Bool {
		return isInt64(val);
	}

	public static function isInt64(val:Dynamic):Bool {
		return Std.isOfType(val, ___Int64);
	}

	@:deprecated("Use high instead")
	public static inline function getHigh(x:Int64):Int32 {
		return x.high;
	}

	@:deprecated("Use low instead")
	public static inline function getLow(x:Int64):Int32 {
		return x.low;
	}

	public static inline function isNeg(x:Int64):Bool {
		return x.high < 0;
	}

	public static inline function isZero(x:Int64):Bool {
		return x.high | x.low == 0;
	}

	/** Negative, 0 or positive. **/
	public static function compare(a:Int64, b:Int64):Int {
		return a.high == b.high ? Int32.ucompare(a.low, b.low) : a.high < b.high ? -1 : 1;
	}

	/** Negative, 0 or positive, both read as unsigned. **/
	public static function ucompare(a:Int64, b:Int64):Int {
		return a.high == b.high ? Int32.ucompare(a.low, b.low) : Int32.ucompare(a.high, b.high);
	}

	/** The decimal digits. **/
	public static inline function toStr(x:Int64):String {
		return x.toString();
	}

	function toString():String {
		return this.toString();
	}

	/** Throws where the text is no decimal number, or one out of range. **/
	public static inline function parseString(sParam:String):Int64 {
		return Int64Helper.parseString(sParam);
	}

	/** Towards zero. Throws where the number is beyond 2^53, so that it may have lost digits already. **/
	public static inline function fromFloat(f:Float):Int64 {
		return Int64Helper.fromFloat(f);
	}

	/** Towards zero; the modulus has the sign of the dividend. Throws "divide by zero". **/
	public static function divMod(dividend:Int64, divisor:Int64):{quotient:Int64, modulus:Int64} {
		var quotient = Int64Division.quotient(dividend, divisor);
		return {quotient: quotient, modulus: dividend - quotient * divisor};
	}

	@:op(-A) public static function neg(x:Int64):Int64 {
		var low = -x.low;
		return make(low == 0 ? -x.high : ~x.high, low);
	}

	@:op(A + B) public static function add(a:Int64, b:Int64):Int64 {
		var low = a.low + b.low;
		var carry = Int32.ucompare(low, a.low) < 0 ? 1 : 0;
		return make(a.high + b.high + carry, low);
	}

	@:op(A + B) @:commutative static inline function addInt(a:Int64, b:Int):Int64 {
		return add(a, ofInt(b));
	}

	@:op(A - B) public static function sub(a:Int64, b:Int64):Int64 {
		var low = a.low - b.low;
		var borrow = Int32.ucompare(a.low, b.low) < 0 ? 1 : 0;
		return make(a.high - b.high - borrow, low);
	}

	@:op(A - B) static inline function subInt(a:Int64, b:Int):Int64 {
		return sub(a, ofInt(b));
	}

	@:op(A - B) static inline function intSub(a:Int, b:Int64):Int64 {
		return sub(ofInt(a), b);
	}

	/** The low words are multiplied in halves, since a product of two words does not fit one. **/
	@:op(A * B) public static function mul(a:Int64, b:Int64):Int64 {
		var aLow:Int = a.low;
		var bLow:Int = b.low;
		var a0 = aLow & 0xFFFF;
		var a1 = aLow >>> 16;
		var b0 = bLow & 0xFFFF;
		var b1 = bLow >>> 16;
		var low = a0 * b0;
		var middle = a1 * b0 + (low >>> 16);
		var other = a0 * b1 + (middle & 0xFFFF);
		var high = a1 * b1 + (middle >>> 16) + (other >>> 16);
		return make(high + a.high * bLow + aLow * b.high, aLow * bLow);
	}

	@:op(A * B) @:commutative static inline function mulInt(a:Int64, b:Int):Int64 {
		return mul(a, ofInt(b));
	}

	/** Towards zero. Throws "divide by zero". **/
	@:op(A / B) public static function div(a:Int64, b:Int64):Int64 {
		return Int64Division.quotient(a, b);
	}

	@:op(A / B) static inline function divInt(a:Int64, b:Int):Int64 {
		return div(a, ofInt(b));
	}

	@:op(A / B) static inline function intDiv(a:Int, b:Int64):Int64 {
		return div(ofInt(a), b);
	}

	/** With the sign of the dividend. Throws "divide by zero". **/
	@:op(A % B) public static function mod(a:Int64, b:Int64):Int64 {
		return sub(a, mul(div(a, b), b));
	}

	@:op(A % B) static inline function modInt(a:Int64, b:Int):Int64 {
		return mod(a, ofInt(b));
	}

	@:op(A % B) static inline function intMod(a:Int, b:Int64):Int64 {
		return mod(ofInt(a), b);
	}

	@:op(A == B) public static inline function eq(a:Int64, b:Int64):Bool {
		return a.high == b.high && a.low == b.low;
	}

	@:op(A == B) @:commutative static inline function eqInt(a:Int64, b:Int):Bool {
		return eq(a, ofInt(b));
	}

	@:op(A != B) public static inline function neq(a:Int64, b:Int64):Bool {
		return !eq(a, b);
	}

	@:op(A != B) @:commutative static inline function neqInt(a:Int64, b:Int):Bool {
		return !eq(a, ofInt(b));
	}

	@:op(A < B) static inline function lt(a:Int64, b:Int64):Bool {
		return compare(a, b) < 0;
	}

	@:op(A < B) static inline function ltInt(a:Int64, b:Int):Bool {
		return compare(a, ofInt(b)) < 0;
	}

	@:op(A < B) static inline function intLt(a:Int, b:Int64):Bool {
		return compare(ofInt(a), b) < 0;
	}

	@:op(A <= B) static inline function lte(a:Int64, b:Int64):Bool {
		return compare(a, b) <= 0;
	}

	@:op(A <= B) static inline function lteInt(a:Int64, b:Int):Bool {
		return compare(a, ofInt(b)) <= 0;
	}

	@:op(A <= B) static inline function intLte(a:Int, b:Int64):Bool {
		return compare(ofInt(a), b) <= 0;
	}

	@:op(A > B) static inline function gt(a:Int64, b:Int64):Bool {
		return compare(a, b) > 0;
	}

	@:op(A > B) static inline function gtInt(a:Int64, b:Int):Bool {
		return compare(a, ofInt(b)) > 0;
	}

	@:op(A > B) static inline function intGt(a:Int, b:Int64):Bool {
		return compare(ofInt(a), b) > 0;
	}

	@:op(A >= B) static inline function gte(a:Int64, b:Int64):Bool {
		return compare(a, b) >= 0;
	}

	@:op(A >= B) static inline function gteInt(a:Int64, b:Int):Bool {
		return compare(a, ofInt(b)) >= 0;
	}

	@:op(A >= B) static inline function intGte(a:Int, b:Int64):Bool {
		return compare(ofInt(a), b) >= 0;
	}

	@:op(~A) static inline function complement(a:Int64):Int64 {
		return make(~a.high, ~a.low);
	}

	@:op(A & B) public static inline function and(a:Int64, b:Int64):Int64 {
		return make(a.high & b.high, a.low & b.low);
	}

	@:op(A | B) public static inline function or(a:Int64, b:Int64):Int64 {
		return make(a.high | b.high, a.low | b.low);
	}

	@:op(A ^ B) public static inline function xor(a:Int64, b:Int64):Int64 {
		return make(a.high ^ b.high, a.low ^ b.low);
	}

	/** Of the count the low 6 bits matter. **/
	@:op(A << B) public static function shl(a:Int64, b:Int):Int64 {
		var count = b & 63;
		if (count == 0) return a;
		if (count >= 32) return make(a.low << count - 32, 0);
		return make(a.high << count | a.low >>> 32 - count, a.low << count);
	}

	@:op(A >> B) public static function shr(a:Int64, b:Int):Int64 {
		var count = b & 63;
		if (count == 0) return a;
		if (count >= 32) return make(a.high >> 31, a.high >> count - 32);
		return make(a.high >> count, a.high << 32 - count | a.low >>> count);
	}

	@:op(A >>> B) public static function ushr(a:Int64, b:Int):Int64 {
		var count = b & 63;
		if (count == 0) return a;
		if (count >= 32) return make(0, a.high >>> count - 32);
		return make(a.high >>> count, a.high << 32 - count | a.low >>> count);
	}
}

private class ___Int64 {
	public final high:Int32;
	public final low:Int32;

	public inline function new(high:Int32, low:Int32) {
		this.high = high;
		this.low = low;
	}

	/** Also where only the value is known, as in `Std.string`. **/
	public function toString():String {
		return Int64Digits.of(high, low);
	}
}

/** Decimal digits, four at a time: each pass divides the number, in digits of 16 bits, by 10000. **/
private class Int64Digits {
	static inline final BASE = 10000;

	public static function of(high:Int, low:Int):String {
		if (high == low >> 31) return Std.string(low);
		if (high >= 0) return unsigned(high, low);
		return "-" + (low == 0 ? unsigned(-high, 0) : unsigned(~high, -low));
	}

	static function unsigned(high:Int, low:Int):String {
		var text = "";
		while (high != 0 || low != 0) {
			var a = high >>> 16;
			var b = a % BASE << 16 | (high & 0xFFFF);
			var c = b % BASE << 16 | low >>> 16;
			var d = c % BASE << 16 | (low & 0xFFFF);
			high = divide(a) << 16 | divide(b);
			low = divide(c) << 16 | divide(d);
			var digits = Std.string(d % BASE);
			text = (high != 0 || low != 0 ? StringTools.lpad(digits, "0", 4) : digits) + text;
		}
		return text;
	}

	static inline function divide(value:Int):Int {
		return Std.int(value / BASE);
	}
}

/** Division: of numbers below 2^53 as floats, else bit by bit. **/
private class Int64Division {
	static inline final TWO_TO_32 = 4294967296.0;

	public static function quotient(dividend:Int64, divisor:Int64):Int64 {
		if (divisor.isZero()) throw "divide by zero";
		var isNegative = dividend.isNeg() != divisor.isNeg();
		var result = magnitudes(dividend.isNeg() ? -dividend : dividend, divisor.isNeg() ? -divisor : divisor);
		return isNegative ? -result : result;
	}

	static function magnitudes(dividend:Int64, divisor:Int64):Int64 {
		if (dividend.high >>> 21 == 0 && divisor.high >>> 21 == 0) {
			return wholeQuotient(floatOf(dividend), floatOf(divisor));
		}
		return longDivision(dividend, divisor);
	}

	static function floatOf(x:Int64):Float {
		return (x.high : Int) * TWO_TO_32 + (x.low >>> 1) * 2.0 + (x.low & 1);
	}

	/** The rounded quotient of two whole numbers may be one too large. **/
	static function wholeQuotient(dividend:Float, divisor:Float):Int64 {
		var result = Math.ffloor(dividend / divisor);
		if (result * divisor > dividend) result -= 1.0;
		var high = Math.ffloor(result / TWO_TO_32);
		return Int64.make(Std.int(high), Std.int(result - high * TWO_TO_32));
	}

	/** Shifts the dividend, bit by bit, into a remainder that never reaches the divisor. **/
	static function longDivision(dividend:Int64, divisor:Int64):Int64 {
		var high:Int = dividend.high;
		var low:Int = dividend.low;
		var rest:Int64 = 0;
		for (i in 0...64) {
			rest = rest << 1 | (high >>> 31);
			high = high << 1 | low >>> 31;
			low <<= 1;
			if (Int64.ucompare(rest, divisor) >= 0) {
				rest -= divisor;
				low |= 1;
			}
		}
		return Int64.make(high, low);
	}
}
