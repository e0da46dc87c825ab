class Main {
	var a(get, set):Int;

	function get_a():Int
		return 1;
}
