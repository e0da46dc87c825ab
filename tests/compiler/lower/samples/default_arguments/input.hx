class Main {
	static function move(x:Int, by:Float = 1.5, ?label:String):Float return x * by;
	static function main() {
		move(1);
		move(1, 2, "far");
	}
}
