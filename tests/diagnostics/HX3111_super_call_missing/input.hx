class Main extends Base {
	function new() {}
}

class Base {
	function new(n:Int) {}
}
