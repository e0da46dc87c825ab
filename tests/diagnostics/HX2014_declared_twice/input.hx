enum Color {
	Red;
	Red;
}

class Main {
	var a:Int;

	static function a() {}

	var b = {x: 1, x: 2};
}
