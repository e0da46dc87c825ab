import haxe.Constraints;
interface Comparable<T> {
	function compareTo(o:T):Int;
}

interface Container<T> extends IterableLike<T> {
	var size(get, never):Int;
	function add(x:T):Container<T>;

	function map<U>(f:T->U):Container<U>;
}

interface IterableLike<T> {
	function iterator():Iterator<T>;
}

class Version implements Comparable<Version> {
	public var n:Int;
	public function new(n) this.n = n;

	public function compareTo(o:Version) return n - o.n;

	public function toString() return "v" + n;
}

class Bag<T> implements Container<T> {
	var items:Array<T>;
	public var size(get, never):Int;
	public function new(?items:Array<T>) this.items = items == null ? [] : items;

	function get_size() return items.length;

	public function add(x:T):Bag<T> { items.push(x); return this; }

	public function map<U>(f:T->U):Bag<U> return new Bag(items.map(f));

	public function iterator() return items.iterator();

	public function reduce<A>(f:(A, T)->A, init:A):A { for (x in items) init = f(init, x); return init; }

	public static function of<T>(...xs:T):Bag<T> return new Bag([for (x in xs) x]);
}

class SortedBag<T:Comparable<T>> extends Bag<T> {
	public function new() super();

	override function add(x:T):SortedBag<T> { super.add(x); items.sort((a, b) -> a.compareTo(b)); return this; }

	public function max():Null<T> return items[items.length - 1];
}

class IntBag extends Bag<Int> {
	public function sum() return reduce((a, b) -> a + b, 0);

	override public function add(x:Int):IntBag { return cast super.add(x * 10); }
}

class Cache<K, V> {
	var m:Map<String, V> = new Map();
	var make:K->V;
	var key:K->String;
	public var hits = 0;
	public function new(make, key) { this.make = make; this.key = key; }

	public function get(k:K):V { var s = key(k); if (m.exists(s)) { hits++; return m[s]; } var v = make(k); m[s] = v; return v; }
}

class Event<T> {
	var hs:Array<T->Void> = [];
	public function new() {}

	public function on(h:T->Void) { hs.push(h); return () -> hs.remove(h); }

	public function fire(x:T) for (h in hs.copy()) h(x);
}

class Lazy<T> {
	var f:Void->T;
	var v:Null<T>;
	var done = false;
	public var value(get, never):T;
	public function new(f) this.f = f;

	function get_value() { if (!done) { v = f(); done = true; } return v; }

	public function map<U>(g:T->U):Lazy<U> return new Lazy(() -> g(value));
}

enum Tree<T> {
	Leaf;
	Node(l:Tree<T>, v:T, r:Tree<T>);
}

enum Result<T, E> {
	Ok(v:T);
	Err(e:E);
}

class TreeTools {
	public static function insert<T>(t:Tree<T>, v:T, cmp:(T, T)->Int):Tree<T> return switch t { case Leaf: Node(Leaf, v, Leaf); case Node(l, x, r): cmp(v, x) < 0 ? Node(insert(l, v, cmp), x, r) : Node(l, x, insert(r, v, cmp)); }

	public static function toArray<T>(t:Tree<T>):Array<T> return switch t { case Leaf: []; case Node(l, v, r): toArray(l).concat([v]).concat(toArray(r)); }

	public static function depth<T>(t:Tree<T>):Int return switch t { case Leaf: 0; case Node(l, _, r): 1 + Std.int(Math.max(depth(l), depth(r))); }
}

class ResultTools {
	public static function then<A, B, E>(r:Result<A, E>, f:A->Result<B, E>):Result<B, E> return switch r { case Ok(v): f(v); case Err(e): Err(e); }

	public static function or<A, E>(r:Result<A, E>, d:A):A return switch r { case Ok(v): v; case _: d; }
}

abstract class Shape<T:Float> {
	public function new() {}

	abstract public function area():T;

	public function bigger(o:Shape<T>):Bool return area() > o.area();
}

class Sq extends Shape<Int> {
	var s:Int;
	public function new(s) { super(); this.s = s; }

	public function area():Int return s * s;
}

class Circ extends Shape<Float> {
	var r:Float;
	public function new(r) { super(); this.r = r; }

	public function area():Float return r * r * 3;
}

class Matrix<T> {
	var d:Array<Array<T>>;
	public function new(w:Int, h:Int, f:(Int, Int)->T) d = [for (y in 0...h) [for (x in 0...w) f(x, y)]];

	public function get(x, y):T return d[y][x];

	public function transpose():Matrix<T> return new Matrix(d.length, d[0].length, (x, y) -> get(y, x));

	public function toString() return d.map(r -> r.join(" ")).join("|");
}

class Both<A:Comparable<A>, B:{
	x:Int} & {y:Int}> { public function new() {}

	public function f(a:A, b:B) return a.compareTo(a) + b.x + b.y;
}

class Linked<T> {
	public var v:T;
	public var next:Null<Linked<T>>;
	public function new(v:T, ?next:Linked<T>) { this.v = v; this.next = next; }

	public static function from<T>(a:Array<T>):Null<Linked<T>> { var r:Linked<T> = null; var i = a.length; while (i-- > 0) r = new Linked(a[i], r); return r; }

	public function toArray():Array<T> { var r = []; var n = this; while (n != null) { r.push(n.v); n = n.next; } return r; }
}

class InDepth {
	static function maxOf<T:Comparable<T>>(xs:Iterable<T>):Null<T> { var best:Null<T> = null; for (x in xs) if (best == null || x.compareTo(best) > 0) best = x; return best; }
	static function zip<A, B, C>(a:Array<A>, b:Array<B>, f:(A, B)->C):Array<C> return [for (i in 0...a.length) f(a[i], b[i])];
	static function groupBy<T>(xs:Array<T>, f:T->String):Map<String, Array<T>> { var m = new Map(); for (x in xs) { var k = f(x); if (!m.exists(k)) m[k] = []; m[k].push(x); } return m; }
	static function memo<R>(f:Int->R):Int->R { var m = new Map<Int, R>(); return n -> { if (!m.exists(n)) m[n] = f(n); m[n]; }; }
	static function pipe<T>(x:T, fs:Array<T->T>):T { for (f in fs) x = f(x); return x; }
	static function sumF<T:Float>(a:Array<T>):Float { var s = 0.0; for (x in a) s += x; return s; }
	static function defaultOf<T>(x:Null<T>, d:T):T return x == null ? d : x;
	static function swap<A, B>(p:{a:A, b:B}):{a:B, b:A} return {a: p.b, b: p.a};
	static function inst<T>(c:Class<T>, x:Dynamic):Null<T> return Std.isOfType(x, c) ? cast x : null;
	static function curry<A, B, C>(f:(A, B)->C):A->(B->C) return a -> b -> f(a, b);
	static function y<A, B>(f:(A->B)->(A->B)):A->B { function go(x:A):B return f(go)(x); return go; }
	static function main() {
		var b = new Bag<Int>();
		b.add(1).add(2).add(3);
		Sys.println(b.size);
		Sys.println(b.map(x -> "s" + x).map(s -> s.length).size);
		Sys.println(b.reduce((a:String, x) -> a + x, ""));
		Sys.println([for (x in Bag.of("a", "b")) x]);
		var c:Container<Int> = b;
		Sys.println(c.add(4).size);
		Sys.println(c.map(x -> x * 1.5).size);
		var sb = new SortedBag<Version>();
		sb.add(new Version(3)).add(new Version(1)).add(new Version(2));
		Sys.println(sb.max());
		Sys.println([for (x in sb) x.n]);
		Sys.println(maxOf(sb));
		Sys.println(maxOf([new Version(7), new Version(5)]));
		var ib = new IntBag();
		ib.add(1).add(2);
		Sys.println(ib.sum());
		var asBag:Bag<Int> = ib;
		asBag.add(3);
		Sys.println(ib.sum());
		var cache = new Cache((x:Int) -> x * x, x -> "k" + x);
		Sys.println(cache.get(4) + cache.get(4));
		Sys.println(cache.hits);
		var e = new Event<Int>();
		var got = [];
		var off = e.on(x -> got.push(x));
		e.on(x -> got.push(x * 10));
		e.fire(1);
		off();
		e.fire(2);
		Sys.println(got);
		var n = 0;
		var l = new Lazy(() -> { n++; return n; });
		var l2 = l.map(x -> x + 100);
		Sys.println(l2.value + l.value + l2.value);
		Sys.println(n);
		var t:Tree<Int> = Leaf;
		for (x in [5, 2, 8, 1]) t = TreeTools.insert(t, x, (a, b) -> a - b);
		Sys.println(TreeTools.toArray(t));
		Sys.println(TreeTools.depth(t));
		var ts = TreeTools.insert(TreeTools.insert(Leaf, "b", Reflect.compare), "a", Reflect.compare);
		Sys.println(TreeTools.toArray(ts));
		Sys.println(ResultTools.or(ResultTools.then(Ok(3), x -> x > 2 ? Ok("big") : Err("small")), "none"));
		Sys.println(ResultTools.or(ResultTools.then((Ok(1) : Result<Int, String>), x -> x > 2 ? Ok("big") : Err("small")), "none"));
		Sys.println(new Sq(3).bigger(new Sq(2)));
		Sys.println(new Circ(1).bigger(new Circ(2)));
		Sys.println(new Circ(1.5).area());
		var m = new Matrix(3, 2, (x, y) -> x + y * 10);
		Sys.println(m.toString());
		Sys.println(m.transpose().toString());
		Sys.println(new Both<Version, {x:Int, y:Int, z:Int}>().f(new Version(1), {x: 1, y: 2, z: 3}));
		Sys.println(Linked.from([1, 2, 3]).toArray());
		Sys.println(Linked.from(["x"]).next == null);
		Sys.println(Linked.from([1.5, 2]).next.v);
		Sys.println(zip([1, 2], ["a", "b"], (x, s) -> s + x));
		var g = groupBy(["aa", "b", "cc"], s -> "" + s.length);
		Sys.println(g["2"]);
		var calls = 0;
		var mm = memo(x -> { calls++; x * 2.5; });
		Sys.println(mm(2) + mm(2));
		Sys.println(calls);
		Sys.println(pipe(3, [x -> x + 1, x -> x * 2]));
		Sys.println(pipe("a", [s -> s + "!", s -> s.toUpperCase()]));
		Sys.println(sumF([1, 2]) + sumF([0.5]));
		Sys.println(defaultOf(null, 3) + defaultOf(4, 3));
		var sw = swap({a: 1, b: "x"});
		Sys.println(sw.a + sw.b);
		Sys.println(inst(Version, new Version(9)));
		Sys.println(inst(Bag, "no") == null);
		Sys.println(curry((a:Int, b:String) -> b + a)(1)("c"));
		Sys.println(y(self -> n -> n <= 1 ? 1 : n * self(n - 1))(5));
		var fs:Array<Int->Int> = [for (i in 0...3) x -> x * i];
		Sys.println([for (f in fs) f(10)]);
		function localG<T, U>(x:T, f:T->U):Array<U> return [f(x), f(x)];
		Sys.println(localG(3, x -> x + 0.5));
		Sys.println(localG("q", s -> s.length));
		var nested:Array<Array<Map<String, Array<Int>>>> = [[["k" => [1, 2]]]];
		Sys.println(nested[0][0]["k"][1]);
		var bx = {v: new Bag<Float>([1, 2])};
		bx.v.add(3);
		Sys.println(bx.v.reduce((a, x) -> a + x, 0.0));
		var cls:Class<Bag<Int>> = cast Bag;
		Sys.println(Type.getClassName(cls));
		var bb:Bag<Bag<Int>> = new Bag([b]);
		Sys.println([for (q in bb) q.size]);
	}
}
