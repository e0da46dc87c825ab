abstract Meters(Float) {
	@:from static function fromText(text:String):Float
		return Std.parseFloat(text);
}
