class Main {
	static function add(a:Null<Int>, b:Null<Float>):Null<Float> {
		if (a == null) return b;
		return a + b;
	}
	static function main() {}
}
