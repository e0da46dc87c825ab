class Main {
	static function main() {
		var row = new Row();
		trace(row["a"]);
		row[0] = 1;
	}
}

abstract Row(Array<Int>) {
	public function new()
		this = [];

	@:arrayAccess function get(i:Int):Int
		return this[i];
}
