import haxe.Rest;
using ArgumentsAndBind.Ext;
class Ext {
	public static function twice(s:String) return s + s;

	public static function inc(i:Int, by = 1) return i + by;

	public static function nameOf(o:{name:String}) return "N" + o.name;

	public static function sumAll(a:Array<Int>) { var s = 0; for (x in a) s += x; return s; }

	public static function mapTwice<T>(a:Iterable<T>, f:T->T) return [for (x in a) f(f(x))];
}

@:using(ArgumentsAndBind.ColorTools) enum Color {
	Red;
	Rgb(r:Int, g:Int, b:Int);
}

class ColorTools {
	public static function hex(c:Color) return switch c { case Red: "f00"; case Rgb(r, g, b): '$r-$g-$b'; }
}

class Over {
	public static overload extern inline function f(x:Int) return "int" + x;

	public static overload extern inline function f(x:String) return "str" + x;

	public static overload extern inline function f(x:Float, y:Float) return "ff" + (x + y);

	public function new() {}

	public overload extern inline function m(b:Bool) return "b" + b;

	public overload extern inline function m(a:Array<Int>) return "a" + a.length;
}

class ArgumentsAndBind {
	static function opt(a:Int, ?b:String, c = 3, ?d:Bool) return '$a,$b,$c,$d';
	static function skip(?a:Int, ?b:String, ?c:Float) return '$a,$b,$c';
	static function rest(a:String, ...r:Int) { var s = a; for (x in r) s += x; return s + r.length; }
	static function restFwd(...r:Int) return rest("f", ...r);
	static function restArr(...r:String) return r.toArray().join("+");
	static dynamic function dyn(x:Int) return x * 2;
	var k = 10;
	function new() {}
	function meth(x:Int, y:Int) return k + x * y;
	public dynamic function dm(x:Int):Int return k + x;
	static var counter = 0;
	static function next() return ++counter;
	static function main() {
		Sys.println("ab".twice());
		Sys.println(5.inc());
		Sys.println(5.inc(4));
		Sys.println({name: "x", z: 1}.nameOf());
		Sys.println([1, 2, 3].sumAll());
		Sys.println([1, 2].mapTwice(x -> x * 3));
		Sys.println(Rgb(1, 2, 3).hex());
		Sys.println(Red.hex());
		Sys.println(Over.f(1));
		Sys.println(Over.f("s"));
		Sys.println(Over.f(1.5, 2));
		Sys.println(new Over().m(true));
		Sys.println(new Over().m([1, 2]));
		Sys.println(opt(1));
		Sys.println(opt(1, "x"));
		Sys.println(opt(1, 5));
		Sys.println(opt(1, true));
		Sys.println(opt(1, "b", true));
		Sys.println(opt(1, null, 4, false));
		Sys.println(skip("s"));
		Sys.println(skip(1, 2.5));
		Sys.println(skip(2.5));
		Sys.println(skip());
		Sys.println(rest("a"));
		Sys.println(rest("a", 1, 2, 3));
		Sys.println(restFwd(4, 5));
		Sys.println(restArr("x", "y"));
		Sys.println(rest("z", ...[7, 8]));
		Sys.println(dyn(4));
		dyn = function(x) return x + 100;
		Sys.println(dyn(4));
		var c = new ArgumentsAndBind();
		var m = c.meth;
		Sys.println(m(2, 3));
		c.k = 20;
		Sys.println(m(2, 3));
		Sys.println(c.dm(1));
		c.dm = x -> -x;
		Sys.println(c.dm(1));
		var b = c.meth.bind(2);
		Sys.println(b(5));
		var b2 = c.meth.bind(_, 7);
		Sys.println(b2(1));
		Sys.println(c.meth.bind(1, 1)());
		var ob = opt.bind(1, _, 9);
		Sys.println(ob("q"));
		function fact(n:Int):Int return n <= 1 ? 1 : n * fact(n - 1);
		Sys.println(fact(6));
		var fs = [for (i in 0...3) () -> i];
		Sys.println([for (f in fs) f()].join(","));
		var acc = 0;
		function add(n) { acc += n; return acc; } add(3);
		add(4);
		Sys.println(acc);
		var f2:(a:Int, ?b:String)->String = opt.bind(_, _, 1, true);
		Sys.println(f2(3));
		var nul:Null<Int->Int> = null;
		Sys.println(nul == null);
		var x:Int->Int->Int = (a, b) -> a - b;
		Sys.println(x(5, 3));
		var curried = a -> b -> c -> a + b + c;
		Sys.println(curried(1)(2)(3));
		var v:Void->Void = () -> counter = 50;
		v();
		Sys.println(counter);
		var named = function rec(n:Int):Int return n == 0 ? 0 : n + rec(n - 1);
		Sys.println(named(4));
		inline function add2(a:Int, b:Int) return a + b;
		Sys.println(add2(1, 2));
		Sys.println(((a:Int, b:Int) -> a * b)(3, 4));
		var arr = [next(), next()];
		Sys.println(arr);
		
		for (i => v in ["x", "y"]) Sys.println(i + v);
	}
}
