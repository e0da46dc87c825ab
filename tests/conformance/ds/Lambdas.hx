/** `Lambda` over arrays, lists, maps and iterables of one's own. **/
class Lambdas {
	static function main() {
		var array = [4, 8, 15, 16, 23, 42];
		Sys.println(Lambda.array(array));
		Sys.println(Lambda.array(array) == array);
		Sys.println(Lambda.list(array).length);
		Sys.println(Lambda.map(array, n -> n * 2));
		Sys.println(Lambda.mapi(array, (i, n) -> i + ":" + n));
		Sys.println(Lambda.flatten([[1, 2], [], [3]]));
		Sys.println(Lambda.flatMap([1, 2, 3], n -> [for (_ in 0...n) n]));
		Sys.println(Lambda.has(array, 15));
		Sys.println(Lambda.has(array, 14));
		Sys.println(Lambda.exists(array, n -> n > 40));
		Sys.println(Lambda.exists([], n -> true));
		Sys.println(Lambda.foreach(array, n -> n > 0));
		Sys.println(Lambda.foreach([], n -> false));
		var seen = [];
		Lambda.iter(array, n -> if (n % 2 == 1) seen.push(n));
		Sys.println(seen);
		Sys.println(Lambda.filter(array, n -> n > 15));
		Sys.println(Lambda.fold(array, (n, sum) -> n + sum, 0));
		Sys.println(Lambda.fold(array, (n, text:String) -> text + n, ""));
		Sys.println(Lambda.foldi(array, (n, sum, i) -> sum + n * i, 0));
		Sys.println(Lambda.count(array));
		Sys.println(Lambda.count(array, n -> n < 16));
		Sys.println(Lambda.empty(array));
		Sys.println(Lambda.empty([]));
		Sys.println(Lambda.indexOf(array, 16));
		Sys.println(Lambda.indexOf(array, 17));
		Sys.println(Lambda.find(array, n -> n > 10));
		Sys.println(Lambda.find(array, n -> n > 100));
		Sys.println(Lambda.findIndex(array, n -> n > 10));
		Sys.println(Lambda.findIndex(array, n -> n > 100));
		Sys.println(Lambda.concat(array, [1]));
		others();
	}

	static function others() {
		var map = ["a" => 1, "b" => 2];
		Sys.println(Lambda.fold(map, (n, sum) -> n + sum, 0));
		Sys.println(Lambda.count(map));
		Sys.println(Lambda.find(map, n -> n == 2));
		var list = Lambda.list(["x", "y"]);
		Sys.println(Lambda.map(list, s -> s + s));
		Sys.println(Lambda.indexOf(list, "y"));
		var countdown = new Countdown(4);
		Sys.println(Lambda.array(countdown));
		Sys.println(Lambda.concat(countdown, list.map(s -> s.length)));
		Sys.println(Lambda.empty(new Countdown(0)));
		Sys.println(Lambda.has([for (n in countdown) n], 3));
	}
}

class Countdown {
	final from:Int;

	public function new(from) {
		this.from = from;
	}

	public function iterator():Iterator<Int> {
		var n = from;
		return {hasNext: () -> n > 0, next: () -> n--};
	}
}
