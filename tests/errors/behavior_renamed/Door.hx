package behaviors;

@:behavior class SlidingDoor extends core.Behavior {
	@:param(min = 0) public var openingSpeed:Float = 0.5;
}
