abstract Meters(Float) {
	var unit:String;
}
