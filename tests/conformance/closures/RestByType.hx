import haxe.Rest;

typedef Numbers = Rest<Int>;

class RestByType {
	static function sum(all:...Int):Int {
		var total = 0;
		for (one in all) total += one;
		return total;
	}

	static function joined(separator:String, texts:haxe.Rest<String>):String
		return texts.toArray().join(separator);

	static function byImport(texts:Rest<String>):Int
		return texts.length;

	static function byTypedef(numbers:Numbers):Int
		return numbers.length;

	static function main() {
		Sys.println(sum());
		Sys.println(sum(1, 2, 3));
		Sys.println(sum(...[4, 5]));
		Sys.println(joined("-", "a", "b"));
		Sys.println(byImport("a", "b", "c"));
		Sys.println(byTypedef(1, 2, 3, 4));
		var value:Rest<String>->Int = byImport;
		Sys.println(value("a", "b"));
		var closure = (first:Int, others:Numbers) -> first + others.length;
		Sys.println(closure(10));
		Sys.println(closure(10, 1, 2));
	}
}
