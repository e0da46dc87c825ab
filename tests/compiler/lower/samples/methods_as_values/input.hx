class Main {
	function new() {}
	function twice(x:Int):Int return x * 2;
	static function half(x:Int):Float return x / 2;
	static function main() {
		var f = new Main().twice;
		var g = half;
		f(3);
		g(3);
	}
}
