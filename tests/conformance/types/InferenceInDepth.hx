class Animal {
	public function new() {}

	public function name() return "animal";
}

class Dog extends Animal {
	override function name() return "dog";

	public function bark() return "woof";
}

class Cat extends Animal {
	override function name() return "cat";
}

interface HasName {
	function name():String;
}

class Wrapper<T> {
	public var value:T;
	public function new(v) { value = v; }
}

class InferenceInDepth {
	static function infer1(x, y) return x + y * 2;
	static function infer2(o) return o.name();
	static function infer3(a) { a.push(1); return a.length; }
	static function infer4(f) return f(3) + 1;
	static function infer5(a, i) return a[i];
	static function even(n) return n == 0 ? true : odd(n - 1);
	static function odd(n) return n == 0 ? false : even(n - 1);
	static function rec(n) { if (n == 0) return []; var r = rec(n - 1); r.push(n); return r; }
	static var other = 41;
	static var lazy = compute();
	static function compute() return other + 1;
	static function noReturn(x) { if (x > 1) Sys.println("big"); }
	static function anyOf(x:Dynamic) return x;
	static function fst(p) return p.first;
	static var table = ["a" => 1, "b" => 2];
	static function ident(x) return x;
	static function choose(b, x, y) return b ? x : y;
	static function structural(o) { o.count = o.count + 1; return o.count * 2; }
	static function main() {
		Sys.println(infer1(1, 2));
		Sys.println(infer2(new Dog()));
		var arr = [];
		Sys.println(infer3(arr));
		Sys.println(infer4(x -> x * 2));
		Sys.println(infer5(["p", "q"], 1));
		Sys.println(even(10));
		Sys.println(odd(7));
		Sys.println(rec(3));
		Sys.println(lazy);
		noReturn(2);
		var x = null;
		x = 5;
		Sys.println(x);
		var y;
		y = "s";
		Sys.println(y.length);
		var a = [];
		a.push("q");
		Sys.println(a[0].toUpperCase());
		var m = new Map();
		m.set("k", 1.5);
		Sys.println(m.get("k") + 1);
		var animals = [new Dog(), new Cat()];
		Sys.println(animals.map(q -> q.name()));
		var one = if (animals.length > 1) new Dog() else new Cat();
		Sys.println(one.name());
		var two = switch (animals.length) { case 1: new Dog(); case 2: new Cat(); default: new Animal(); } Sys.println(two.name());
		var nums = [1, 2.5, 3];
		Sys.println(nums);
		var nn = [null, 1, 2];
		Sys.println(nn);
		Sys.println(nn[0] == null);
		var mixed:Array<Dynamic> = [1, "a", true, null, 2.5];
		Sys.println(mixed);
		var f = function(x) return x + 1;
		Sys.println(f(2));
		var g = (s) -> s.length;
		Sys.println(g("abc"));
		
		Sys.println(fst({first: 3}));
		Sys.println(ident(3));
		Sys.println(choose(true, 1, 2));
		Sys.println(structural({count: 4}));
		var sum = 0;
		for (v in table) sum += v;
		Sys.println(sum);
		var w = new Wrapper(3);
		Sys.println(w.value + 1);
		var ws = [for (i in 0...3) new Wrapper(i)];
		Sys.println(ws.map(w -> w.value));
		var nested = [[1, 2], [3]];
		Sys.println(nested[1][0]);
		var jag = [for (i in 0...3) [for (j in 0...i) j * i]];
		Sys.println(jag);
		var filtered = [for (i in 0...10) if (i % 3 == 0) i];
		Sys.println(filtered);
		var mm = [for (i in 0...3) i => 'v$i'];
		Sys.println(mm[2]);
		var t = try Std.parseInt("12") catch (e:Dynamic) 0;
		Sys.println(t);
		var u = { var q = 3; q * 2; };
		Sys.println(u);
		var comp = ["b", "a", "c"];
		comp.sort((a, b) -> a < b ? -1 : 1);
		Sys.println(comp);
		var obj = {a: 1, b: {c: "x"}};
		obj.b.c = "y";
		Sys.println(obj.b.c + obj.a);
		var o2 = {f: function(x) return x * 2};
		Sys.println(o2.f(4));
		var n:Null<Int> = 3;
		var i:Int = n;
		Sys.println(i);
		var fl:Float = 3;
		Sys.println(fl / 2);
		var d:Dynamic = 3;
		var di:Int = d;
		Sys.println(di + d);
		var fn:Int->Float = x -> x;
		Sys.println(fn(2));
		var cb:String->Void = s -> Sys.println("cb " + s);
		cb("q");
		var rn:Void->Int = () -> { 3; };
		Sys.println(rn());
		var late:Int->Int = null;
		late = n -> n <= 1 ? 1 : n * late(n - 1);
		Sys.println(late(5));
		var s = "x";
		s += 1;
		s += null;
		s += 1.5;
		s += true;
		Sys.println(s);
		Sys.println(1 + 2 + "a" + 1 + 2);
		var b:Bool = (null : Null<Bool>) == true;
		Sys.println(b);
		var un:{?a:Int} = {};
		Sys.println(un.a);
		un.a = 2;
		Sys.println(un.a);
		var z = anyOf(3);
		Sys.println(z + 1);
		var hn:{function name():String;} = new Cat();
		Sys.println(hn.name());
		var e = (e) -> e;
		Sys.println(e(2));
		Sys.println([1, 2, 3].map(x -> x * 1.5));
		Sys.println([3, 1, 2].filter(x -> x > 1).length);
		var casted = cast(one, Dog);
		Sys.println(casted.bark());
		var unsafe:Dog = cast one;
		Sys.println(unsafe.bark());
		var voidFn = () -> {};
		voidFn();
		var multi:Array<Int->Int> = [x -> x + 1, x -> x * 2];
		Sys.println(multi.map(f -> f(5)));
		var r = Math.random() < 2 ? null : 5;
		Sys.println(r);
		var q = [for (k => v in ["z" => 9]) k + v];
		Sys.println(q);
	}
}
