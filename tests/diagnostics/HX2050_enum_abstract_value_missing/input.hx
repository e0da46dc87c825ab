enum abstract Angle(Float) {
	var Right = 90;
	var Straight;
}
