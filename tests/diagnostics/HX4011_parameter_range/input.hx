class Door {
	@:param(min = 2, max = 1) public var speed:Float = 1.5;
}
