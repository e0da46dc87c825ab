class Countdown {
	var n:Int;
	public function new(n) this.n = n;
	public function hasNext() return n > 0;
	public function next() return n--;
}
class Ring {
	public function new() {}
	public function iterator():Iterator<String> {
		var left = ["x", "y"];
		return {hasNext: () -> left.length > 0, next: () -> left.shift()};
	}
}
class Iterators {
	static function sum(xs:Iterable<Int>) {
		var t = 0;
		for (x in xs) t += x;
		return t;
	}
	static function main() {
		for (i in new Countdown(3)) Sys.println(i);
		for (s in new Ring()) Sys.println(s);
		Sys.println(sum([1, 2, 3]));
		Sys.println(Lambda.count(new Ring()));
		Sys.println(Lambda.has([1, 2], 2));
		Sys.println(Lambda.fold([1, 2, 3], (x, acc) -> acc * 10 + x, 0));
		var m = ["a" => 1];
		for (k => v in m) Sys.println(k + v);
	}
}
