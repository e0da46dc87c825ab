import haxe.io.FPHelper;

/** A 32-bit IEEE number, held as the `Float` with the same value. Giving it a `Float` rounds. **/
abstract Single(Float) to Float {
	inline function new(value:Float) {
		this = value;
	}

	@:from static function round(value:Float):Single {
		return new Single(FPHelper.i32ToFloat(FPHelper.floatToI32(value)));
	}
}
