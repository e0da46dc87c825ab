class GenericFunctions {
	static function zip<A, B>(a:Array<A>, b:Array<B>):Array<{a:A, b:B}> {
		return [for (i in 0...(a.length < b.length ? a.length : b.length)) {a: a[i], b: b[i]}];
	}
	static function fill<T>(n:Int, v:T):Array<T> {
		var result = [];
		for (_ in 0...n) result.push(v);
		return result;
	}
	static function set<T>(xs:Array<T>, i:Int, v:T):T return xs[i] = v;
	static function main() {
		var z = zip([1, 2, 3], ["x", "y"]);
		Sys.println(z[1].b + (z[1].a + 1));
		var ints = fill(3, 4);
		ints[1] += 10;
		Sys.println(set(ints, 5, 9) * 2);
		Sys.println(ints.length);
		Sys.println(ints[1] + ints[5]);
		var floats = fill(2, 0.5);
		Sys.println(floats[0] + floats[1]);
		Sys.println(fill(2, true));
		Sys.println(fill(1, fill(2, "n")));
	}
}
