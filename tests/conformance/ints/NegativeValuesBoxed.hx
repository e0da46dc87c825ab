class Cell {
	public var value:Int;

	public function new(value:Int) {
		this.value = value;
	}
}

/** A negative Int that comes right from memory keeps its sign where it becomes Dynamic. **/
class NegativeValuesBoxed {
	static var count = -3;

	static function show(value:Dynamic):String {
		return Std.string(value);
	}

	static function main() {
		var cell = new Cell(-1);
		var list = [-2, 2147483647, -2147483648];
		var structure = {x: -7};
		Sys.println(show(cell.value));
		Sys.println(show(list[0]));
		Sys.println(show(list[2]));
		Sys.println(show(structure.x));
		Sys.println(show(count));
		cell.value = list[2];
		Sys.println(Std.string(cell.value));
		var captured = -9;
		var change = () -> captured--;
		change();
		Sys.println(show(captured));
		Sys.println(show((cell.value : Dynamic) == (list[2] : Dynamic)));
	}
}
