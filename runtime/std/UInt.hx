/**
	`Int` read as unsigned: comparisons, division, `%`, `>>` and text are those of numbers from 0 up to 4294967295. As
	`Dynamic` a value is an `Int` like any other.
**/
abstract UInt(Int) from Int to Int {
	static inline final TWO_TO_32 = 4294967296.0;

	@:op(A + B) static inline function add(a:UInt, b:UInt):UInt {
		return a.toInt() + b.toInt();
	}

	@:op(A - B) static inline function sub(a:UInt, b:UInt):UInt {
		return a.toInt() - b.toInt();
	}

	@:op(A * B) static inline function mul(a:UInt, b:UInt):UInt {
		return a.toInt() * b.toInt();
	}

	@:op(A / B) static inline function div(a:UInt, b:UInt):Float {
		return a.toFloat() / b.toFloat();
	}

	@:op(A % B) static inline function mod(a:UInt, b:UInt):UInt {
		return Std.int(a.toFloat() % b.toFloat());
	}

	@:op(A & B) static inline function and(a:UInt, b:UInt):UInt {
		return a.toInt() & b.toInt();
	}

	@:op(A | B) static inline function or(a:UInt, b:UInt):UInt {
		return a.toInt() | b.toInt();
	}

	@:op(A ^ B) static inline function xor(a:UInt, b:UInt):UInt {
		return a.toInt() ^ b.toInt();
	}

	@:op(A << B) static inline function shl(a:UInt, b:Int):UInt {
		return a.toInt() << b;
	}

	@:op(A >> B) static inline function shr(a:UInt, b:Int):UInt {
		return a.toInt() >>> b;
	}

	@:op(A >>> B) static inline function ushr(a:UInt, b:Int):UInt {
		return a.toInt() >>> b;
	}

	@:op(A > B) static inline function gt(a:UInt, b:UInt):Bool {
		return lt(b, a);
	}

	@:op(A >= B) static inline function gte(a:UInt, b:UInt):Bool {
		return !lt(a, b);
	}

	/** Turning the highest bits over puts unsigned numbers in the order of signed ones. **/
	@:op(A < B) static inline function lt(a:UInt, b:UInt):Bool {
		return a.toInt() ^ 0x80000000 < b.toInt() ^ 0x80000000;
	}

	@:op(A <= B) static inline function lte(a:UInt, b:UInt):Bool {
		return !lt(b, a);
	}

	@:commutative @:op(A + B) static inline function addWithFloat(a:UInt, b:Float):Float {
		return a.toFloat() + b;
	}

	@:commutative @:op(A * B) static inline function mulWithFloat(a:UInt, b:Float):Float {
		return a.toFloat() * b;
	}

	@:op(A / B) static inline function divFloat(a:UInt, b:Float):Float {
		return a.toFloat() / b;
	}

	@:op(A / B) static inline function floatDiv(a:Float, b:UInt):Float {
		return a / b.toFloat();
	}

	@:op(A - B) static inline function subFloat(a:UInt, b:Float):Float {
		return a.toFloat() - b;
	}

	@:op(A - B) static inline function floatSub(a:Float, b:UInt):Float {
		return a - b.toFloat();
	}

	@:op(A % B) static inline function modFloat(a:UInt, b:Float):Float {
		return a.toFloat() % b;
	}

	@:op(A % B) static inline function floatMod(a:Float, b:UInt):Float {
		return a % b.toFloat();
	}

	@:op(A > B) static inline function gtFloat(a:UInt, b:Float):Bool {
		return a.toFloat() > b;
	}

	@:op(A > B) static inline function floatGt(a:Float, b:UInt):Bool {
		return a > b.toFloat();
	}

	@:op(A >= B) static inline function gteFloat(a:UInt, b:Float):Bool {
		return a.toFloat() >= b;
	}

	@:op(A >= B) static inline function floatGte(a:Float, b:UInt):Bool {
		return a >= b.toFloat();
	}

	@:op(A < B) static inline function ltFloat(a:UInt, b:Float):Bool {
		return a.toFloat() < b;
	}

	@:op(A < B) static inline function floatLt(a:Float, b:UInt):Bool {
		return a < b.toFloat();
	}

	@:op(A <= B) static inline function lteFloat(a:UInt, b:Float):Bool {
		return a.toFloat() <= b;
	}

	@:op(A <= B) static inline function floatLte(a:Float, b:UInt):Bool {
		return a <= b.toFloat();
	}

	@:commutative @:op(A == B) static inline function equalsInt<T:Int>(a:UInt, b:T):Bool {
		return a.toInt() == b;
	}

	@:commutative @:op(A != B) static inline function notEqualsInt<T:Int>(a:UInt, b:T):Bool {
		return a.toInt() != b;
	}

	@:commutative @:op(A == B) static inline function equalsFloat<T:Float>(a:UInt, b:T):Bool {
		return a.toFloat() == b;
	}

	@:commutative @:op(A != B) static inline function notEqualsFloat<T:Float>(a:UInt, b:T):Bool {
		return a.toFloat() != b;
	}

	@:op(~A) inline function negBits():UInt {
		return ~this;
	}

	inline function toString():String {
		return Std.string(toFloat());
	}

	inline function toInt():Int {
		return this;
	}

	@:to inline function toFloat():Float {
		return this < 0 ? this + TWO_TO_32 : this;
	}
}
