class Main {
	static function call(x:Int):Bool return x > 0;
	static function pure(a:Int, b:Int):Bool return a > 0 && b > 0 || a == b;
	static function effects(a:Int):Bool return a > 0 && call(a);
	static function main() {}
}
