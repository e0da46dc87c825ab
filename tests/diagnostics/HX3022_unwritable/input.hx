class Main {
	static function main() {
		var box = new Box();
		box.size = 3;
		box.width += 1;
		box.width++;
		[1].length = 2;
	}
}

class Box {
	public var size(default, null):Int = 1;
	public var width(get, never):Int;

	public function new() {}

	function get_width()
		return size;
}
