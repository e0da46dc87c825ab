class SortMapFilter {
	static function main() {
		var a = [5, 3, 9, 1];
		a.sort((x, y) -> x - y);
		Sys.println(a);
		a.sort(function(x, y) return y - x);
		Sys.println(a);
		Sys.println(a.map(x -> x * 2));
		Sys.println(a.map(x -> "n" + x));
		Sys.println(a.filter(x -> x > 3));
		var words = ["pear", "fig", "apple"];
		words.sort((x, y) -> x.length - y.length);
		Sys.println(words);
		words.sort((x, y) -> x < y ? -1 : 1);
		Sys.println(words);
		var halves = a.map(x -> x / 2);
		Sys.println(halves);
	}
}
