abstract Count(Int) from Int {
	public inline function more():Void
		this++;
}

class Main {
	static function zero():Count
		return 0;

	static function main() {
		zero().more();
	}
}
