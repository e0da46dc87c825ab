class Main extends Base {
	var count:Int;

	function size() {}
}

class Base {
	var count:Int;
	var size:Int;
}
