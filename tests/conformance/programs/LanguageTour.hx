import haxe.Constraints.Function;
using LanguageTour.UseA;
using LanguageTour.UseB;
class UseA {
	public static function who(s:String) return "A" + s;

	public static function count(c:Class<Dynamic>) return "class";

	public static function onEnum(e:Opt<Dynamic>) return "enumval";

	public static function firstArg<T>(a:Array<T>, n = 2) return a[0] + "/" + n;

	public static function keyValueIterator(s:Word):KeyValueIterator<Int, String> { var i = 0; return {hasNext: () -> i < 2, next: () -> {key: i, value: "w" + i++}}; }
}

class UseB {
	public static function who(s:String) return "B" + s;

	public static inline function half(i:Int) return i / 2;

	public static function rest(s:String, ...r:Int) return s + r.length;

	public static function opt(s:String, ?d:String) return s + d;

	public static function gen<T>(x:T, f:T->Bool) return f(x);
}

enum Opt<T> {
	None;
	Some(v:T);
}

abstract Word(String) from String {
	public function new(s) this = s;
}

abstract Counter2(Int) from Int {
	public inline function hasNext() return this > 0;

	public inline function next() return this--;
}

class Point {
	public var x:Int;
	public var y:Int;
	public function new(x = 0, y = 0) { this.x = x; this.y = y; }

	public function toString() return '($x,$y)';

	public static var origin(default, never) = new Point();
	public static inline var DIM = 1 + 1;
	static final cache = [for (i in 0...DIM) new Point(i, i)];
	public static function cached(i) return cache[i];

	public static final LABELS = ["a" => 1, "b" => 2];
}

typedef P = Point; typedef E = Opt<Int>; typedef Fun2<A, B> = (A, B) -> A; typedef Arr<T> = Array<T>; typedef Self = {me:Self2} ; typedef Self2 = Null<Self>;
class Base {
	var _v = 1;
	public var v(get, set):Int;
	function get_v() return _v;

	function set_v(x:Int) { _v = x; return x; }

	public function new() {}

	public function run(f:Base->Void) { f(this); return this; }
}

class Sub extends Base {
	override function set_v(x:Int) { super.v = x * 2; return super.v; }

	override function get_v() return super.v + 1;

	public static var made = 0;
	public function mk():Void->Sub { made++; return Sub.new; }
}

interface Shape {
	var area(get, never):Float;
	} interface Named { function name():String;
}

class Sq implements Shape implements Named {
	var s:Float;
	public var area(get, never):Float;
	public function new(s) this.s = s;

	inline function get_area() return s * s;

	public final function name() return "sq";
}

class MyErr extends haxe.Exception {
	public var code:Int;
	public function new(m:String, code:Int) { super(m); this.code = code; }
}

final class Sealed {
	public final a = 1;
	public final b:Int;
	public function new(b) this.b = b;
}


private class Holder<T> {
	public static var shared = [];
	public var t:T;
	public function new(t:T) { this.t = t; shared.push("h"); }
}

function helper(x:Int):Int return x + 1;
var moduleState = 0;
class LanguageTour {
	static function thrower(k:Int):Dynamic { switch (k) { case 0: throw 1; case 1: throw "s"; case 2: throw new MyErr("mine", 7); case 3: throw Some(3); case 4: throw 1.5; case 5: throw [1]; case 6: throw new Sq(2); case 7: throw {a: 1}; default: throw true; } }
	static function kind(k:Int) return try { thrower(k); "none"; } catch (e:Int) "Int" + e catch (e:String) "String" + e catch (e:MyErr) "MyErr" + e.code + e.message catch (e:Opt<Dynamic>) "enum" catch (e:Float) "Float" + e catch (e:Array<Dynamic>) "Array" + e.length catch (e:Shape) "Shape" + e.area catch (e:Bool) "Bool" catch (e:Dynamic) "Dyn" + e.a;
	static function many(a:Int, ?b:Int, c = 3, ...d:Int) return '$a $b $c ${d.length}';
	static function f3(a:Int, b:String, ?c:Bool) return '$a$b$c';
	static function main() {
		Sys.println("x".who());
		Sys.println(String.count());
		Sys.println(Some(1).onEnum());
		Sys.println([5].firstArg());
		Sys.println([5].firstArg(9));
		Sys.println(7.half());
		Sys.println("r".rest(1, 2));
		Sys.println("o".opt());
		Sys.println("o".opt("d"));
		Sys.println("g".gen(s -> s == "g"));
		for (k => v in new Word("q")) Sys.println(k + v);
		var ct:Counter2 = 3;
		Sys.println([for (x in ct) x]);
		Sys.println([1, 2].map(Some));
		Sys.println([1, 2].map(x -> new Point(x)));
		var mkP = Point.new;
		Sys.println(mkP(1, 2));
		var bp = Point.new.bind(5);
		Sys.println(bp(6));
		Sys.println(Point.origin);
		Sys.println(Point.DIM);
		Sys.println(Point.cached(1));
		Sys.println(Point.LABELS["b"]);
		var p:P = new P(3);
		Sys.println(p);
		Sys.println(P.cached(0));
		var e:E = E.Some(4);
		Sys.println(e);
		Sys.println(switch (e) { case None: 0; case Some(v): v; });
		var f2:Fun2<Int, String> = (a, b) -> a + b.length;
		Sys.println(f2(1, "abc"));
		var ar:Arr<Int> = new Arr<Int>();
		ar.push(1);
		Sys.println(ar);
		var sf:Self = {me: null};
		sf.me = sf;
		Sys.println(sf.me.me == sf);
		var s = new Sub();
		s.v = 5;
		Sys.println(s.v);
		s.v += 1;
		Sys.println(s.v);
		Sys.println(s.run(b -> b.v = 0).v);
		Sys.println(s.mk()().v);
		Sys.println(Sub.made);
		var sh:Shape = new Sq(3);
		Sys.println(sh.area);
		Sys.println(Std.downcast(sh, Sq).name());
		Sys.println((cast sh : Named).name());
		Sys.println(sh is Named);
		Sys.println(new Sealed(4).b + new Sealed(1).a);
		for (k in 0...9) Sys.println(kind(k));
		try { throw new MyErr("m", 1); } catch (e:haxe.Exception) { Sys.println(e.message); } try { try { throw "inner"; } catch (e:Int) { Sys.println("no"); } } catch (e) { Sys.println(e.message); Sys.println(Std.isOfType(e, haxe.ValueException)); }
		Sys.println(many(1));
		Sys.println(many(1, 2));
		Sys.println(many(1, 2, 4));
		Sys.println(many(1, 2, 4, 5, 6));
		var b1 = f3.bind(1);
		Sys.println(b1("y"));
		var b2 = f3.bind(_, "z");
		Sys.println(b2(3));
		Sys.println(f3.bind(1, "q", false)());
		Sys.println(f3.bind()(7, "w"));
		var fn:Function = f3;
		Sys.println(Reflect.isFunction(fn));
		var d:Dynamic = {x: 1, f: (a, b) -> a * b, arr: [1, 2, 3], s: "str"};
		Sys.println(d.f(3, 4));
		Sys.println(d.arr[1] + d.x);
		d.x++;
		d.x += 5;
		Sys.println(d.x);
		d.arr[0] = "mixed";
		Sys.println(d.arr);
		Sys.println(d.s.length + d.arr.length);
		Sys.println(d.s.toUpperCase());
		Sys.println(d.missing == null);
		Sys.println(d.x > 3 && d.x < 100);
		var dd:Dynamic = 5;
		dd = dd + "s";
		Sys.println(dd);
		var di:Dynamic = 7;
		Sys.println(di / 2);
		Sys.println(di % 4);
		Sys.println(-di);
		Sys.println(di == 7);
		Sys.println(di != "7");
		for (x in (d.arr : Array<Dynamic>)) Sys.print(x);
		Sys.println("");
		Sys.println(helper(1));
		moduleState += 5;
		Sys.println(moduleState);
		new Holder(1);
		new Holder("s");
		Sys.println(Holder.shared.length);
		Sys.println('${if (s.v > 0) "pos" else "neg"} ${[1, 2].map(x -> '<$x>').join('|')} ${{a: 1}.a}');
		Sys.println('a' + 'b$$c');
		function outer(n:Int) { function inner(k:Int):Int return k <= 0 ? 0 : k + inner(k - 1); return inner(n); } Sys.println(outer(4));
		function even(n:Int):Bool return n == 0 || !even(n - 1);
		Sys.println(even(6));
		function def(a:Int, b = 10, ?c:String) return a + b + (c == null ? "" : c);
		Sys.println(def(1));
		Sys.println(def(1, 2, "z"));
	}
}
