abstract Meters(Float) from Float to Float {
	@:op(A + B) static function add(a:Meters, b:Meters):Meters;
}

enum abstract Key(Int) to Int {
	var Up = 38;
	var Down;
}

@:enum abstract Old(String) {}

@:coreType extern abstract Core {}
