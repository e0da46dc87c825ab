import haxe.Constraints;
interface Named {
	var name(get, never):String;
	function greet(o:String):String;
}

interface Sized {
	function size():Int;
}

class Base implements Named {
	public var name(get, never):String;
	var n:String;
	public function new(n:String) this.n = n;

	function get_name() return n;

	public function greet(o:String) return '$n greets $o';
}

class Derived extends Base implements Sized {
	public function size() return n.length;

	override function greet(o:String) return "D" + super.greet(o);
}

class Box<T> {
	public var value:T;
	public function new(v:T) value = v;

	public function map<U>(f:T->U):Box<U> return new Box(f(value));

	public function get():T return value;
}

class SBox<T:Named & Sized> {
	var v:T;
	public function new(v:T) this.v = v;

	public function describe() return v.name + ":" + v.size() + ":" + v.greet("x");
}

@:generic class Pool<T:Constructible<Void->Void>> {
	public var items:Array<T> = [];
	public function new() {}

	public function make():T { var t = new T(); items.push(t); return t; }
}

class Thing {
	public var id = 7;
	public function new() {}
}

class Other {
	public var s = "other";
	public function new() {}
}

class Cmp<T:{
	function compareTo(o:T):Int;

	}> { public function new() {}

	public function max(a:T, b:T):T return a.compareTo(b) > 0 ? a : b;
}

class Num {
	public var v:Int;
	public function new(v) this.v = v;

	public function compareTo(o:Num) return v - o.v;
}

class Pair<A, B> {
	public var a:A;
	public var b:B;
	public function new(a:A, b:B) { this.a = a; this.b = b; }

	public function swap():Pair<B, A> return new Pair(b, a);

	public static function of<X, Y>(x:X, y:Y) return new Pair(x, y);
}

class Node<K, V> {
	public var next:Node<K, V>;
	public var k:K;
	public var v:V;
	public function new(k, v) { this.k = k; this.v = v; }
}

class ClassesAndFunctions {
	@:generic static function make<T:Constructible<Void->Void>>():T return new T();
	@:generic static function mk<T:Constructible<Int->Void>>(c:Class<T>, i:Int):T return new T(i);
	static function id<T>(x:T):T return x;
	static function first<T>(a:Array<T>):Null<T> return a.length > 0 ? a[0] : null;
	static function maxBy<T, K:Float>(a:Array<T>, f:T->K):T { var best = a[0]; for (x in a) if (f(x) > f(best)) best = x; return best; }
	static function fold<A, B>(xs:Iterable<A>, f:(A, B)->B, init:B):B { for (x in xs) init = f(x, init); return init; }
	static function compose<A, B, C>(f:A->B, g:B->C):A->C return function(x) return g(f(x));
	static function main() {
		var b = new Box(3);
		Sys.println(b.map(function(x) return "s" + x).map(s -> s.length).get());
		Sys.println(new SBox(new Derived("abc")).describe());
		var p = new Pool<Thing>();
		Sys.println(p.make().id);
		Sys.println(p.items.length);
		var q = new Pool<Other>();
		Sys.println(q.make().s);
		var t:Thing = make();
		Sys.println(t.id);
		Sys.println(mk(Num, 5).v);
		Sys.println(new Cmp<Num>().max(new Num(1), new Num(9)).v);
		var pr = Pair.of(1, "x").swap();
		Sys.println(pr.a + pr.b);
		Sys.println(id(5) + id("x"));
		Sys.println(first([1, 2]));
		Sys.println(first(([]:Array<Int>)));
		Sys.println(maxBy(["a", "ccc", "bb"], s -> s.length));
		Sys.println(fold([1, 2, 3], (x, acc) -> acc + x, 10));
		Sys.println(fold([1, 2, 3], function(x, acc) return acc + x, 0));
		Sys.println(compose((x:Int) -> x + 1, x -> "v" + x)(4));
		var node = new Node("k", 1);
		node.next = new Node("l", 2);
		Sys.println(node.next.v + 1);
		var n:Named = new Derived("zed");
		Sys.println(n.name);
		Sys.println(n.greet("y"));
		var st:{name:String} = cast {name: "q"};
		Sys.println(st.name);
		var sz:{function size():Int;} = new Derived("four");
		Sys.println(sz.size());
		var arr:Array<Base> = [new Derived("a"), new Base("b")];
		Sys.println(arr.map(x -> x.greet("z")).join(","));
		var mixed = [new Derived("a"), new Base("b")];
		Sys.println(mixed.length);
		var f:Base->String = function(x) return x.name;
		var g:Derived->String = f;
		Sys.println(g(new Derived("cov")));
		function local<T>(x:T, y:T):Array<T> return [x, y];
		Sys.println(local(1, 2).length + local("a", "b").join(""));
		var c:Class<Base> = Derived;
		Sys.println(Type.getClassName(c));
		var it:Iterator<Int> = [1, 2].iterator();
		var s = 0;
		for (i in it) s += i;
		Sys.println(s);
	}
}
