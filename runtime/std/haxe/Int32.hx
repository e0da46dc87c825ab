package haxe;

/** `Int` under the name of APIs that ask for 32 bits; arithmetic wraps. **/
abstract Int32(Int) from Int to Int {
	@:op(-A) inline function negate():Int32 {
		return -this;
	}

	@:op(A + B) static function add(a:Int32, b:Int32):Int32;

	@:op(A + B) @:commutative static function addInt(a:Int32, b:Int):Int32;

	@:op(A + B) @:commutative static function addFloat(a:Int32, b:Float):Float;

	@:op(A - B) static function sub(a:Int32, b:Int32):Int32;

	@:op(A - B) static function subInt(a:Int32, b:Int):Int32;

	@:op(A - B) static function intSub(a:Int, b:Int32):Int32;

	@:op(A - B) static function subFloat(a:Int32, b:Float):Float;

	@:op(A - B) static function floatSub(a:Float, b:Int32):Float;

	@:op(A * B) static function mul(a:Int32, b:Int32):Int32;

	@:op(A * B) @:commutative static function mulInt(a:Int32, b:Int):Int32;

	@:op(A * B) @:commutative static function mulFloat(a:Int32, b:Float):Float;

	@:op(A / B) static function div(a:Int32, b:Int32):Float;

	@:op(A / B) static function divInt(a:Int32, b:Int):Float;

	@:op(A / B) static function intDiv(a:Int, b:Int32):Float;

	@:op(A / B) static function divFloat(a:Int32, b:Float):Float;

	@:op(A / B) static function floatDiv(a:Float, b:Int32):Float;

	@:op(A % B) static function mod(a:Int32, b:Int32):Int32;

	@:op(A % B) static function modInt(a:Int32, b:Int):Int;

	@:op(A % B) static function intMod(a:Int, b:Int32):Int;

	@:op(A % B) static function modFloat(a:Int32, b:Float):Float;

	@:op(A % B) static function floatMod(a:Float, b:Int32):Float;

	@:op(A == B) static function eq(a:Int32, b:Int32):Bool;

	@:op(A == B) @:commutative static function eqInt(a:Int32, b:Int):Bool;

	@:op(A == B) @:commutative static function eqFloat(a:Int32, b:Float):Bool;

	@:op(A != B) static function neq(a:Int32, b:Int32):Bool;

	@:op(A != B) @:commutative static function neqInt(a:Int32, b:Int):Bool;

	@:op(A != B) @:commutative static function neqFloat(a:Int32, b:Float):Bool;

	@:op(A < B) static function lt(a:Int32, b:Int32):Bool;

	@:op(A < B) static function ltInt(a:Int32, b:Int):Bool;

	@:op(A < B) static function intLt(a:Int, b:Int32):Bool;

	@:op(A < B) static function ltFloat(a:Int32, b:Float):Bool;

	@:op(A < B) static function floatLt(a:Float, b:Int32):Bool;

	@:op(A <= B) static function lte(a:Int32, b:Int32):Bool;

	@:op(A <= B) static function lteInt(a:Int32, b:Int):Bool;

	@:op(A <= B) static function intLte(a:Int, b:Int32):Bool;

	@:op(A <= B) static function lteFloat(a:Int32, b:Float):Bool;

	@:op(A <= B) static function floatLte(a:Float, b:Int32):Bool;

	@:op(A > B) static function gt(a:Int32, b:Int32):Bool;

	@:op(A > B) static function gtInt(a:Int32, b:Int):Bool;

	@:op(A > B) static function intGt(a:Int, b:Int32):Bool;

	@:op(A > B) static function gtFloat(a:Int32, b:Float):Bool;

	@:op(A > B) static function floatGt(a:Float, b:Int32):Bool;

	@:op(A >= B) static function gte(a:Int32, b:Int32):Bool;

	@:op(A >= B) static function gteInt(a:Int32, b:Int):Bool;

	@:op(A >= B) static function intGte(a:Int, b:Int32):Bool;

	@:op(A >= B) static function gteFloat(a:Int32, b:Float):Bool;

	@:op(A >= B) static function floatGte(a:Float, b:Int32):Bool;

	@:op(~A) function complement():Int32;

	@:op(A & B) static function and(a:Int32, b:Int32):Int32;

	@:op(A & B) @:commutative static function andInt(a:Int32, b:Int):Int32;

	@:op(A | B) static function or(a:Int32, b:Int32):Int32;

	@:op(A | B) @:commutative static function orInt(a:Int32, b:Int):Int32;

	@:op(A ^ B) static function xor(a:Int32, b:Int32):Int32;

	@:op(A ^ B) @:commutative static function xorInt(a:Int32, b:Int):Int32;

	@:op(A >> B) static function shr(a:Int32, b:Int32):Int32;

	@:op(A >> B) static function shrInt(a:Int32, b:Int):Int32;

	@:op(A >> B) static function intShr(a:Int, b:Int32):Int32;

	@:op(A >>> B) static function ushr(a:Int32, b:Int32):Int32;

	@:op(A >>> B) static function ushrInt(a:Int32, b:Int):Int32;

	@:op(A >>> B) static function intUshr(a:Int, b:Int32):Int32;

	@:op(A << B) static function shl(a:Int32, b:Int32):Int32;

	@:op(A << B) static function shlInt(a:Int32, b:Int):Int32;

	@:op(A << B) static function intShl(a:Int, b:Int32):Int32;

	@:to inline function toFloat():Float {
		return this;
	}

	/** Negative, 0 or positive, both read as unsigned. **/
	public static function ucompare(a:Int32, b:Int32):Int {
		var left:Int = a ^ 0x80000000;
		var right:Int = b ^ 0x80000000;
		return left < right ? -1 : left == right ? 0 : 1;
	}
}
