class Range {
	var i:Int;
	var n:Int;

	public function new(n) {
		this.i = 0;
		this.n = n;
	}

	public function hasNext()
		return i < n;

	public function next()
		return i++;
}

class Bag {
	public function new() {}

	public function iterator():Iterator<String>
		return ["a"].iterator();

	public function keyValueIterator():KeyValueIterator<Int, String>
		return ["a"].keyValueIterator();
}

class LoopsAndCollections {
	static function main() {
		for (i in 0...10) $type(i); // Int
		for (x in [1.5]) $type(x); // Float
		for (i => x in ["a"]) {
			$type(i); // Int
			$type(x); // String
		}
		var m = ["a" => 1, "b" => 2];
		$type(m["a"]); // Null<Int>
		m["c"] = 3;
		m["c"] += 4;
		m["c"]++;
		for (v in m) $type(v); // Int
		for (k => v in m) $type(k); // String
		for (k in m.keys()) $type(k); // String
		for (r in new Range(3)) $type(r); // Int
		for (s in new Bag()) $type(s); // String
		for (k => s in new Bag()) $type(s); // String
		var squares = [for (i in 0...5) i * i];
		$type(squares); // Array<Int>
		var evens = [for (i in squares) if (i % 2 == 0) i];
		$type(evens); // Array<Int>
		var grid = [for (y in 0...3) [for (x in 0...3) x + y * 0.5]];
		$type(grid); // Array<Array<Float>>
		var byName = [for (i in 0...3) "k" + i => i];
		$type(byName["k1"]); // Null<Int>
		var pairs = [for (a in 0...2) for (b in 0...2) {a: a, b: b}];
		$type(pairs[0].a); // Int
		var n = 3;
		var down = [while (n > 0) n--];
		$type(down); // Array<Int>
		var empty:Map<String, Array<Int>> = [];
		empty["x"] = [];
		empty["x"].push(1);
		var ints:Map<Int, String> = new Map();
		ints.set(1, "x");
		$type(ints.get(1)); // Null<String>
		var it:Iterable<Int> = squares;
		for (x in it) $type(x); // Int
		var itr:Iterator<Int> = squares.iterator();
		for (x in itr) $type(x); // Int
		var i = 0;
		do {
			i++;
			if (i == 3) continue;
			if (i > 5) break;
		} while (i < 10);
		var a2 = [[1, 2], [3]];
		a2[0][1] = 5;
		a2[i++][0] += 3;
		$type(a2[0].length); // Int
		squares[0]++;
		var total = 0;
		for (row in a2) for (cell in row) total += cell;
	}
}
