class Door {
	@:param(min = 0, max = 1) public var openness:Float = 1.5;

	public function new() {}
}
