class Item {}
class Main {
	static function use(d:Dynamic):Int {
		if (d is Item) return 1;
		var item = cast(d, Item);
		var n = cast(d, Int);
		var f:Float = cast d;
		return n;
	}
	static function main() {}
}
