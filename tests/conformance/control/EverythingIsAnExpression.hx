class EverythingIsAnExpression {
	static function find(a:Array<Int>, x:Int):Int {
		for (i in 0...a.length) if (a[i] == x) return i;
		return -1;
	}
	static function main() {
		var x = if (find([1, 2], 2) == 1) "yes" else "no";
		Sys.println(x);
		var y = {
			var t = 3;
			t * t;
		};
		Sys.println(y);
		var z = try Std.parseInt("5") + 1 catch (e:Dynamic) 0;
		Sys.println(z);
		var w = y > 5 ? (x == "yes" ? 1 : 2) : 3;
		Sys.println(w);
		var a, b;
		a = b = 4;
		Sys.println(a + b);
		Sys.println((function(k) return k + 1)(1));
	}
}
