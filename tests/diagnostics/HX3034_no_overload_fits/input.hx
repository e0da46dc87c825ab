class Main {
	static overload extern inline function size(text:String):Int
		return text.length;

	static overload extern inline function size(items:Array<Int>):Int
		return items.length;

	static function main() {
		size(true);
	}
}
