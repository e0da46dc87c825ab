class RestByType {
	static function sum(all:...Int):Int {
		var total = 0;
		for (one in all) total += one;
		return total;
	}

	static function joined(separator:String, texts:haxe.Rest<String>):String
		return texts.toArray().join(separator);

	static function main() {
		Sys.println(sum());
		Sys.println(sum(1, 2, 3));
		Sys.println(sum(...[4, 5]));
		Sys.println(joined("-", "a", "b"));
	}
}
