abstract Meters(Float) {
	public function new(value:Float) {}
}
