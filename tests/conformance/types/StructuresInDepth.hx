using StructuresInDepth.StructExt;
using StructuresInDepth.FuncExt;
using Lambda;
class StructExt {
	public static function area(r:{w:Int, h:Int}) return r.w * r.h;

	public static function greet(p:{name:String}) return "hi " + p.name;

	public static function each<T>(it:Iterable<T>, f:T->Void) for (x in it) f(x);

	public static function orElse<T>(n:Null<T>, d:T):T return n == null ? d : n;

	public static function isBig(i:Int) return i > 100;

	public static function desc(d:Dynamic) return "dyn";
}

class FuncExt {
	public static function twice<T>(f:T->T):T->T return x -> f(f(x));

	public static function run(f:Void->Void) f();

	public static function on<T:HasId>(x:T) return x.id + 1;
}

typedef HasId = {id:Int}
typedef Readable = {final name:String;}
typedef Writable = {name:String}
typedef Getter = {var v(get, never):Int;}
typedef Nullish = {?a:Int, ?b:{?c:String}}
typedef Callback<T> = (value:T, ?index:Int) -> Bool
typedef LinkedL = {v:Int, ?next:LinkedL}
typedef Comparable<T> = {function compare(o:T):Int;}
class Prop {
	public var v(get, never):Int;
	public var name:String = "prop";
	public var ro(default, null):Int = 3;
	var n = 4;
	public function new() {}

	function get_v() return n * 2;

	public var id = 41;
	public function compare(o:Prop) return n - o.n;

	public function iterator() return [1, 2, 3].iterator();
}

class Countdown {
	var n:Int;
	public function new(n) this.n = n;

	public function hasNext() return n > 0;

	public function next() return n--;
}

class KV {
	public function new() {}

	public function keyValueIterator():KeyValueIterator<String, Int> { var i = 0; return {hasNext: () -> i < 2, next: () -> { i++; return {key: "k" + i, value: i}; }}; }
}

class Cell<T> {
	public var v:T;
	public function new(v) this.v = v;

	public function iterator():Iterator<T> { var done = false; return {hasNext: () -> !done, next: () -> { done = true; return v; }}; }
}

class StructuresInDepth {
	static function sum(it:Iterable<Int>) { var s = 0; for (x in it) s += x; return s; }
	static function readName(r:Readable) return r.name;
	static function setName(w:Writable, s:String) { w.name = s; return w.name; }
	static function cmp<T:Comparable<T>>(a:T, b:T) return a.compare(b) > 0 ? "gt" : "le";
	static function apply<T>(x:T, cb:Callback<T>) return cb(x, 2);
	static function gen<T:{w:Int, h:Int}>(x:T) return x.w + x.h;
	static function dyn(d:Dynamic) { d.extra = 1; return d; } static function anyToInt(a:Any):Int return a;
	static function many<A:HasId & {name:String}>(a:A) return a.name + a.id;
	static function nul(n:Nullish) return n.b == null ? "nob" : (n.b.c == null ? "noc" : n.b.c);
	static function len(l:LinkedL):Int return l == null ? 0 : 1 + len(l.next);
	static function voidCb(f:Int->Void) { f(1); return "called"; } static function ret(f:Void->Dynamic) return f();
	static function sub(f:Prop->HasId) return f(new Prop()).id;
	static function main() {
		Sys.println({w: 2, h: 3}.area());
		Sys.println({name: "bob", age: 3}.greet());
		Sys.println(new Prop().greet());
		var acc = [];
		[1, 2].each(x -> acc.push(x));
		"ab".split("").each(x -> acc.push(x.length));
		Sys.println(acc);
		var n:Null<Int> = null;
		Sys.println(n.orElse(4));
		Sys.println((5).isBig());
		Sys.println(({id: 4}).on());
		Sys.println((x -> x + 1).twice()(3));
		(() -> Sys.println("ran")).run();
		Sys.println([3, 1, 2].map(x -> x * 2).filter(x -> x > 2).fold((x, a) -> a + x, 0));
		Sys.println([1, 2, 3].exists(x -> x == 2));
		Sys.println(new Prop().count());
		Sys.println([1, 2, 3].find(x -> x > 1));
		var p = new Prop();
		var g:Getter = p;
		Sys.println(g.v);
		Sys.println(setName(p, "new"));
		Sys.println(p.name);
		Sys.println(readName({name: "lit"}));
		var ro:{var ro(default, null):Int;} = p;
		Sys.println(ro.ro);
		Sys.println(cmp(p, new Prop()));
		Sys.println(many({name: "m", id: 7}));
		Sys.println(many(p));
		Sys.println(gen({w: 1, h: 2}));
		Sys.println(apply("x", (v, ?i) -> v.length == 1 && i == 2));
		Sys.println(sum(p));
		Sys.println(sum([4, 5]));
		Sys.println(sum(new Cell(9)));
		for (x in new Countdown(3)) Sys.println(x);
		for (k => v in new KV()) Sys.println(k + v);
		var it:Iterator<Int> = new Countdown(2);
		Sys.println([for (x in it) x]);
		Sys.println(sum({iterator: () -> new Countdown(4)}));
		Sys.println(nul({}));
		Sys.println(nul({b: {}}));
		Sys.println(nul({b: {c: "cc"}, a: 1}));
		Sys.println(len({v: 1, next: {v: 2, next: {v: 3}}}));
		var d = dyn({a: 1});
		Sys.println(d.extra + d.a);
		Sys.println(anyToInt(5) + 1);
		Sys.println(voidCb(x -> x * 2));
		Sys.println(ret(() -> 3));
		Sys.println(sub(p -> p));
		var ff:Prop->Void = (h:HasId) -> Sys.println(h.id);
		ff(p);
		var arrD:Array<Dynamic> = [1, "x", {q: 1}];
		Sys.println(arrD[2].q);
		var am:Array<HasId> = [p, {id: 3}];
		Sys.println(am.map(x -> x.id));
		var dd:Dynamic<String> = {a: "1"};
		dd.b = "2";
		Sys.println(dd.a + dd.b);
		Sys.println(Reflect.fields(dd).length);
		var ext:{>HasId, tag:String} = {id: 1, tag: "t"};
		var up:HasId = ext;
		up.id = 9;
		Sys.println(ext.id);
		var opt:{?x:Int} = {x: 3};
		var f2:{?x:Int, ?y:Int} = {};
		Sys.println(opt.x + (f2.y == null ? 1 : 0));
		var fnField = {f: (x:Int) -> x + 1, g: null};
		fnField.g = fnField.f;
		Sys.println(fnField.g(4));
		var deep = {a: [{b: "x"}]};
		deep.a.push({b: "y"});
		Sys.println(deep.a.map(e -> e.b).join(""));
		var a1:Array<{x:Float}> = [{x: 1}, {x: 2.5}];
		Sys.println(a1[0].x + a1[1].x);
		var co:Array<Float> = [1, 2];
		Sys.println(co);
		var u:{a:Float} = {a: 1};
		Sys.println(u.a / 2);
		var tup = {_0: 1, _1: "b"};
		Sys.println('${tup._0}${tup._1}');
		var sameRef = tup;
		sameRef._0 = 5;
		Sys.println(tup._0);
		Sys.println(tup == sameRef);
		Sys.println({a: 1} == {a: 1});
		var cast1:{id:Int} = cast p;
		Sys.println(cast1.id);
		Sys.println((p : HasId).id);
		var fl:Float = p.id;
		Sys.println(fl);
		var nn:Null<Float> = 3;
		Sys.println(nn);
		var x:Null<Int> = 5;
		var y:Int = x;
		var z = x + 1;
		Sys.println(y + z);
		Sys.println(x == 5);
		Sys.println(x > 3);
		x++;
		Sys.println(x);
		x += 2;
		Sys.println(x);
		var nb:Null<Bool> = true;
		if (nb) Sys.println("nb");
		Sys.println(!nb);
		var ns:Null<String> = null;
		Sys.println(ns + "x");
		Sys.println(ns == null ? 0 : ns.length);
	}
}
