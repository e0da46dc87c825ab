abstract Meters(Float) {
	public var unit(default, null):String;
}
