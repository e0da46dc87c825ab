/** Operations on anything that can be iterated. **/
class Lambda {
	public static function array<A>(it:Iterable<A>):Array<A> {
		var result:Array<A> = [];
		for (x in it) result.push(x);
		return result;
	}

	public static function list<A>(it:Iterable<A>):List<A> {
		var result = new List<A>();
		for (x in it) result.add(x);
		return result;
	}

	/** What `f` makes of each element. **/
	public static function map<A, B>(it:Iterable<A>, f:(item:A) -> B):Array<B> {
		var result:Array<B> = [];
		for (x in it) result.push(f(x));
		return result;
	}

	/** What `f` makes of each position and element. **/
	public static function mapi<A, B>(it:Iterable<A>, f:(index:Int, item:A) -> B):Array<B> {
		var result:Array<B> = [];
		for (x in it) result.push(f(result.length, x));
		return result;
	}

	/** The elements' elements, one after another. **/
	public static function flatten<A>(it:Iterable<Iterable<A>>):Array<A> {
		var result:Array<A> = [];
		for (inner in it) for (x in inner) result.push(x);
		return result;
	}

	/** The elements of what `f` makes of each element, one after another. **/
	public static function flatMap<A, B>(it:Iterable<A>, f:(item:A) -> Iterable<B>):Array<B> {
		return flatten(map(it, f));
	}

	/** Is an element equal to `elt`? **/
	public static function has<A>(it:Iterable<A>, elt:A):Bool {
		for (x in it) if (x == elt) return true;
		return false;
	}

	/** Does `f` hold for an element? It is asked no further than that one. **/
	public static function exists<A>(it:Iterable<A>, f:(item:A) -> Bool):Bool {
		for (x in it) if (f(x)) return true;
		return false;
	}

	/** Does `f` hold for every element? It is asked no further than the first that it does not hold for. **/
	public static function foreach<A>(it:Iterable<A>, f:(item:A) -> Bool):Bool {
		for (x in it) if (!f(x)) return false;
		return true;
	}

	public static function iter<A>(it:Iterable<A>, f:(item:A) -> Void):Void {
		for (x in it) f(x);
	}

	/** The elements that `f` holds for. **/
	public static function filter<A>(it:Iterable<A>, f:(item:A) -> Bool):Array<A> {
		return [for (x in it) if (f(x)) x];
	}

	/** Combines all elements, from `first` on. **/
	public static function fold<A, B>(it:Iterable<A>, f:(item:A, result:B) -> B, first:B):B {
		var result = first;
		for (x in it) result = f(x, result);
		return result;
	}

	/** Combines all elements and their positions, from `first` on. **/
	public static function foldi<A, B>(it:Iterable<A>, f:(item:A, result:B, index:Int) -> B, first:B):B {
		var result = first;
		var index = 0;
		for (x in it) result = f(x, result, index++);
		return result;
	}

	/** The number of elements, or of those that `pred` holds for. **/
	public static function count<A>(it:Iterable<A>, ?pred:(item:A) -> Bool):Int {
		var n = 0;
		for (x in it) if (pred == null || pred(x)) n++;
		return n;
	}

	public static function empty<T>(it:Iterable<T>):Bool {
		return !it.iterator().hasNext();
	}

	/** The position of the first element equal to `v`, or -1. **/
	public static function indexOf<T>(it:Iterable<T>, v:T):Int {
		return findIndex(it, x -> x == v);
	}

	/** The first element that `f` holds for, or null. **/
	public static function find<T>(it:Iterable<T>, f:(item:T) -> Bool):Null<T> {
		for (x in it) if (f(x)) return x;
		return null;
	}

	/** The position of the first element that `f` holds for, or -1. **/
	public static function findIndex<T>(it:Iterable<T>, f:(item:T) -> Bool):Int {
		var index = 0;
		for (x in it) {
			if (f(x)) return index;
			index++;
		}
		return -1;
	}

	/** The elements of `a`, then those of `b`. **/
	public static function concat<T>(a:Iterable<T>, b:Iterable<T>):Array<T> {
		var result = array(a);
		for (x in b) result.push(x);
		return result;
	}
}
