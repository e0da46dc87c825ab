class Main implements Named {
	public var id(default, null):Int = 1;

	public function new() {}
}

interface Named {
	var id:Int;
}
