class NestedAndMutual {
	var total = 0;
	function new() {}
	function run():Int {
		var depth = 0;
		var isEven:Int->Bool = null;
		function isOdd(n:Int):Bool {
			depth++;
			return n == 0 ? false : isEven(n - 1);
		}
		isEven = n -> {
			depth++;
			return n == 0 ? true : isOdd(n - 1);
		};
		Sys.println(isEven(6));
		Sys.println(depth);
		var adders = [];
		for (i in 1...4) {
			var local = i * 10;
			adders.push(() -> {
				local += i;
				var inner = () -> total += local;
				inner();
				return local;
			});
		}
		for (a in adders) {
			a();
			a();
		}
		return total;
	}
	static function main() {
		Sys.println(new NestedAndMutual().run());
	}
}
