class EvaluationOrder {
	static var n = 0;
	static function next(tag:String):Int {
		Sys.println(tag + n);
		return n++;
	}
	static function three(a:Int, b:Int, c:Int) return a * 100 + b * 10 + c;
	static function main() {
		Sys.println(three(next("a"), next("b"), next("c")));
		Sys.println(n + next("d") + n);
		var i = 1;
		Sys.println(i + i++ + i);
		var arr = [0, 0, 0];
		var k = 0;
		arr[k++] = k;
		arr[k++] = k + 10;
		Sys.println(arr);
		var o = {v: 1};
		Sys.println(o.v + (o.v = 5) + o.v);
		Sys.println([next("x"), next("y")]);
	}
}
