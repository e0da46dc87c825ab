class Door {
	@:param public var speed:Float = Math.random();

	public function new() {}
}
