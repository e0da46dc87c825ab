/** Operations on anything that can be iterated. **/
class Lambda {
	public static function array<A>(it:Iterable<A>):Array<A> {
		var result:Array<A> = [];
		for (x in it) result.push(x);
		return result;
	}

	public static function exists<A>(it:Iterable<A>, f:A->Bool):Bool {
		for (x in it) if (f(x)) return true;
		return false;
	}

	public static function foreach<A>(it:Iterable<A>, f:A->Bool):Bool {
		for (x in it) if (!f(x)) return false;
		return true;
	}

	public static function iter<A>(it:Iterable<A>, f:A->Void):Void {
		for (x in it) f(x);
	}

	/** Combines all elements, from `first` on. **/
	public static function fold<A, B>(it:Iterable<A>, f:A->B->B, first:B):B {
		var result = first;
		for (x in it) result = f(x, result);
		return result;
	}

	public static function count<A>(it:Iterable<A>, ?pred:A->Bool):Int {
		var n = 0;
		for (x in it) if (pred == null || pred(x)) n++;
		return n;
	}

	public static function find<A>(it:Iterable<A>, f:A->Bool):Null<A> {
		for (x in it) if (f(x)) return x;
		return null;
	}

	public static function has<A>(it:Iterable<A>, element:A):Bool {
		for (x in it) if (x == element) return true;
		return false;
	}

	public static function empty<A>(it:Iterable<A>):Bool {
		return !it.iterator().hasNext();
	}
}
