using Lambda;
class UsingGenerics {
	static function main() {
		var xs = [3, 1, 2];
		Sys.println(xs.exists(x -> x > 2));
		Sys.println(xs.foreach(x -> x > 0));
		Sys.println(xs.fold((x, sum) -> x + sum, 0));
		Sys.println(xs.find(x -> x < 3));
		Sys.println(xs.count());
		Sys.println(xs.indexOf(2));
		Sys.println(xs.array().length);
	}
}
