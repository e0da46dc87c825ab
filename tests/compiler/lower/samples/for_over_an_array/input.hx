class Main {
	static function total(xs:Array<Float>):Float {
		var sum = 0.0;
		for (x in xs) sum += x;
		return sum;
	}
	static function main() {}
}
