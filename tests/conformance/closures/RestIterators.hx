import haxe.iterators.RestIterator;
import haxe.iterators.RestKeyValueIterator;

/** Iterators over rest arguments have types of their own. **/
class RestIterators {
	static function all(...numbers:Int) {
		var values:RestIterator<Int> = numbers.iterator();
		while (values.hasNext()) Sys.println(values.next());
		var pairs:RestKeyValueIterator<Int> = numbers.keyValueIterator();
		while (pairs.hasNext()) {
			var pair = pairs.next();
			Sys.println(pair.key + ":" + pair.value);
		}
		for (i => number in numbers) Sys.println(i * number);
		Sys.println([for (number in numbers) number + 1]);
		Sys.println(Type.getClassName(Type.getClass(values)));
	}

	static function main() {
		all(3, 4);
		all();
	}
}
