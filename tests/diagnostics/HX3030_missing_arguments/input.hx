class Main {
	static function main() {
		run(1);
		run();
		new Main();
		var f = (a:Int, b:Int) -> a + b;
		f(1);
	}

	static function run(n:Int, s:String, ?flag:Bool) {}

	function new(id:Int) {}
}
