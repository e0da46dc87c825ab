interface Box<T> {
	function get():T;
}
class IntBox implements Box<Int> {
	public function new() {}
	public function get():Int return 5;
}
class Main {
	static function main() {
		var box:Box<Int> = new IntBox();
		var n = box.get() + 1;
	}
}
