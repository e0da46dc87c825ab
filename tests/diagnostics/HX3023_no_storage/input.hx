class Main {
	var a(get, set):Int;

	function get_a():Int
		return a;

	function set_a(value:Int):Int
		return a = value;
}
