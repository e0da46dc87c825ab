class Main {
	var a(getter, set):Int;

	function set_a(value:Int)
		return value;
}
