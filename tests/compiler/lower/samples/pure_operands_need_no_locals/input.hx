class Main {
	static function mix(a:Float, b:Float, t:Float):Float return a + (b - a) * t;
	static function main() {}
}
