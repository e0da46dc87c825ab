/** Conversions between the basic types. **/
class Std {
	/** Is `v` a value of the class, interface or enum `t`, or of a basic type? Null is not. **/
	public static function isOfType(v:Dynamic, t:Dynamic):Bool {
		return haxe.internal.TypeTests.isOfType(v, t);
	}

	/** An older name of `isOfType`. **/
	public static function is(v:Dynamic, t:Dynamic):Bool {
		return isOfType(v, t);
	}

	/** `value` as an instance of `c`, null where it is none. **/
	public static function downcast<T:{}, S:T>(value:T, c:Class<S>):S {
		return isOfType(value, c) ? cast value : null;
	}

	/** An older name of `downcast`. **/
	public static function instance<T:{}, S:T>(value:T, c:Class<S>):S {
		return downcast(value, c);
	}

	/** Towards zero, modulo 2^32. **/
	@:intrinsic("f64.toInt") public static function int(x:Float):Int;

	/** The text that `trace` shows for a value. **/
	public static function string(s:Dynamic):String {
		return haxe.internal.Show.value(s, 0);
	}

	/** The decimal or 0x number that `x` starts with, null where there is none or it is no 32-bit one. **/
	public static function parseInt(x:String):Null<Int> {
		return haxe.internal.ParseInt.parse(x);
	}

	/** The number that `x` starts with, NaN where there is none. **/
	@:intrinsic("string.parseFloat") public static function parseFloat(x:String):Float;

	/** From 0 up to `x`, `x` left out; 0 where `x` is not positive. **/
	public static function random(x:Int):Int {
		return x <= 1 ? 0 : Math.floor(Math.random() * x);
	}
}
