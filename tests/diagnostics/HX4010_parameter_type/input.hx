class Door {
	@:param public var keys:Array<String> = [];
}
