class NullableInts {
	static function half(n:Null<Int>):Null<Float> return n == null ? null : n / 2;
	static function main() {
		var n:Null<Int> = null;
		Sys.println(n == null);
		Sys.println(n);
		n = 5;
		Sys.println(n + 1);
		Sys.println(n == 5);
		Sys.println(half(n));
		Sys.println(half(null));
		var b:Null<Bool> = null;
		Sys.println(b == true);
		b = false;
		Sys.println(b == null);
		var f:Null<Float> = n;
		Sys.println(f * 1.5);
		n++;
		Sys.println(n);
	}
}
