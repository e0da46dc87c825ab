package behaviors;

@:behavior class Door extends core.Behavior {
	/** Turns a second. **/
	@:param(min = 0) public var openingSpeed:Float = 0.5;
	@:param public var key:Null<core.Entity>;
}
