abstract Meters(Float) {
	@:op(A + B) static function add(a:Float, b:Float):Float
		return a + b;

	@:op(A - B) function subtract(a:Meters, b:Meters):Meters
		return a;
}
