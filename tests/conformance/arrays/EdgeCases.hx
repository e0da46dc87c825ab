/** Array functions at the edges of their arguments. **/
class EdgeCases {
	static function main() {
		inserting();
		cutting();
		searching();
		sizes();
		ordering();
		iterating();
		texts();
	}

	static function inserting() {
		var a = [1, 2, 3];
		a.insert(-1, 9);
		Sys.println(a);
		a.insert(-100, 8);
		Sys.println(a);
		a.insert(100, 7);
		Sys.println(a);
		a.insert(0, 6);
		Sys.println(a);
		var empty:Array<Int> = [];
		empty.insert(5, 1);
		Sys.println(empty);
		empty.unshift(0);
		Sys.println(empty);
		Sys.println(empty.push(4));
		Sys.println(a.remove(9));
		Sys.println(a.remove(99));
		Sys.println(a);
		var words:Array<String> = [];
		Sys.println(words.pop());
		Sys.println(words.shift());
		words.push("x");
		Sys.println(words.shift());
		Sys.println(words.length);
	}

	static function cutting() {
		var a = [0, 1, 2, 3, 4, 5];
		Sys.println(a.slice(2));
		Sys.println(a.slice(-2));
		Sys.println(a.slice(1, -1));
		Sys.println(a.slice(4, 2));
		Sys.println(a.slice(-100, 2));
		Sys.println(a.slice(3, 100));
		Sys.println(a.slice(100));
		Sys.println(a.copy().splice(2, 2));
		Sys.println(a.copy().splice(-2, 1));
		Sys.println(a.copy().splice(-100, 2));
		Sys.println(a.copy().splice(4, 100));
		Sys.println(a.copy().splice(10, 1));
		Sys.println(a.copy().splice(1, -1));
		Sys.println(a.copy().splice(1, 0));
		var rest = a.copy();
		rest.splice(1, 3);
		Sys.println(rest);
		Sys.println(a.concat([6]).concat([]));
		Sys.println([].concat(a).length);
	}

	static function searching() {
		var a = ["b", "a", "n", "a", "n", "a"];
		Sys.println(a.indexOf("a"));
		Sys.println(a.indexOf("a", 2));
		Sys.println(a.indexOf("a", -1));
		Sys.println(a.indexOf("a", -100));
		Sys.println(a.indexOf("a", 100));
		Sys.println(a.indexOf("z"));
		Sys.println(a.lastIndexOf("a"));
		Sys.println(a.lastIndexOf("a", 4));
		Sys.println(a.lastIndexOf("a", -2));
		Sys.println(a.lastIndexOf("a", -100));
		Sys.println(a.lastIndexOf("a", 100));
		Sys.println(a.lastIndexOf("b", 0));
		Sys.println(a.contains("n"));
		Sys.println(a.contains("z"));
		var nulls:Array<Null<Int>> = [1, null, 2];
		Sys.println(nulls.indexOf(null));
		Sys.println(nulls.contains(null));
		var objects = [{x: 1}, {x: 1}];
		Sys.println(objects.indexOf(objects[1]));
		Sys.println(objects.indexOf({x: 1}));
	}

	static function sizes() {
		var a = [1, 2, 3];
		a.resize(2);
		Sys.println(a);
		a.resize(0);
		Sys.println(a);
		var words = ["x"];
		words.resize(3);
		Sys.println(words);
		words[4] = "y";
		Sys.println(words);
		Sys.println(words.length);
	}

	static function ordering() {
		var a = [3, 1, 2];
		a.reverse();
		Sys.println(a);
		[].reverse();
		var pairs = [for (i in 0...40) {key: i % 3, order: i}];
		pairs.sort((p, q) -> p.key - q.key);
		var stable = true;
		for (i in 1...pairs.length) if (pairs[i - 1].key == pairs[i].key && pairs[i - 1].order > pairs[i].order) stable = false;
		Sys.println(stable);
		Sys.println([for (pair in pairs.slice(0, 3)) pair.order]);
		var floats = [2.5, -1.0, 0.0];
		floats.sort((x, y) -> x < y ? -1 : x > y ? 1 : 0);
		Sys.println(floats);
		Sys.println([1, 2, 3, 4].filter(n -> n % 2 == 0));
		Sys.println([1, 2].map(n -> "n" + n));
	}

	static function iterating() {
		for (i => v in ["a", "b"]) Sys.println(i + v);
		var a = [1, 2];
		var seen = [];
		for (n in a) {
			seen.push(n);
			if (a.length < 4) a.push(n * 10);
		}
		Sys.println(seen.length >= 2);
		var iterator = a.iterator();
		Sys.println(iterator.hasNext());
		Sys.println(iterator.next());
		var pairs = a.keyValueIterator();
		Sys.println(pairs.next().value);
		Sys.println(pairs.next().key);
		var range = new IntIterator(2, 5);
		Sys.println([for (n in range) n]);
		Sys.println([for (n in 3...3) n]);
	}

	static function texts() {
		Sys.println([1, 2].toString());
		Sys.println([1, 2].join(" - "));
		Sys.println([].join(","));
		Sys.println([["a"], ["b", null]].toString());
		Sys.println([1.5, null].join(";"));
		Sys.println("" + [true]);
	}
}
// static: 56: true
// static: 57: [0,3,6]
