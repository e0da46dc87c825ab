package haxe.internal;

/** Operators on values whose types are known only when the program runs. The compiler calls these. **/
class DynamicOperators {
	/** Text where one of them is text, else the sum. **/
	public static function add(a:Dynamic, b:Dynamic):Dynamic {
		if (ValueKind.of(a) == ValueKind.STRING || ValueKind.of(b) == ValueKind.STRING) {
			return Std.string(a) + Std.string(b);
		}
		var left:Float = cast a;
		var right:Float = cast b;
		return left + right;
	}

	/** Negative, 0 or positive for two texts or two numbers; NaN where they have no order. **/
	public static function compare(a:Dynamic, b:Dynamic):Float {
		if (ValueKind.of(a) == ValueKind.STRING && ValueKind.of(b) == ValueKind.STRING) {
			var left:String = cast a;
			var right:String = cast b;
			return left < right ? -1.0 : left == right ? 0.0 : 1.0;
		}
		var left:Float = cast a;
		var right:Float = cast b;
		if (left < right) return -1.0;
		if (left > right) return 1.0;
		return left == right ? 0.0 : Math.NaN;
	}
}
