@:component class Health {
	@:param public var points:Int = 10;
}
