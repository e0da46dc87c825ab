class Main {
	var base = 1;
	function new() {}
	function make(step:Int):Void->Int {
		var count = 0;
		return () -> {
			count += step;
			return count + base;
		};
	}
	static function main() {}
}
