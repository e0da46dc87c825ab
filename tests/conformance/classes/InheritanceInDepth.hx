interface A {
	function a():String;
}

interface B extends A {
	function b(x:Int):Dynamic;
}

interface C {
	var c(default, null):Int;
	function gen<T>(x:T):Array<T>;
}

abstract class Base implements A {
	var log:Array<String> = [];
	public function new() { log.push("base"); init(); }

	abstract function init():Void;

	public abstract function area(scale:Float):Float;

	public function a() return "A" + log.join("/");

	public function describe():String return 'area ${area(2)}';

	static public function make():Base return new Impl("made");
}

class Impl extends Base implements B implements C {
	public var c(default, null):Int = 7;
	var s:String = "init";
	final f:Int;
	public function new(s:String) { f = 3; super(); this.s = s; log.push(s); }

	function init() { log.push("init:" + s); }

	public function area(scale:Float) return scale * f;

	public function b(x:Int):String return "b" + x;

	public function gen<T>(x:T):Array<T> return [x, x];

	override function describe() return "impl " + super.describe();
}

class Parent {
	public var x = 1;
	public function new() {}

	public function me():Parent return this;

	public function def(a = 1, b = "p") return a + b;

	public function opt(?a:Int) return a == null ? "none" : "some" + a;

	public dynamic function dyn() return "parent dyn";

	public function callDyn() return dyn();

	public static var count = 0;
	public static function st() return "parent st";

	public function acc(p:Parent) return p.x;
}

class Kid extends Parent {
	public var y = 2;
	override function me():Kid return this;

	override function def(a = 5, b = "k") return "kid" + super.def(a, b);

	override function opt(?a:Int) return "k" + super.opt(a);

	override dynamic function dyn() return "kid dyn";

	public static function st() return "kid st";

	public function supMe() return super.me() == this;

	public function new() { super(); x += 10; Parent.count++; }

	override function acc(p:Parent) return 2 * p.x;
}

class Grand extends Kid {
	override function def(a = 9, b = "g") { return super.def(a) + "|" + super.def(1, "z"); }

	public function lam() { return super.opt(3); }
}

class Fluent {
	var parts:Array<String> = [];
	public function new() {}

	public inline function add(s:String):Fluent { parts.push(s); return this; }

	public function build() return parts.join(",");
}


class Init {
	public static var v = "v";
	static function __init__() { v += "!"; }
}

class Stat {
	public static var self = new Stat();
	public static var n = 5;
	public var seen:Int;
	public function new() { seen = n; }
}

class Priv {
	private function new() {}

	public static function create() return new Priv();

	public function ok() return true;
}

class InheritanceInDepth {
	static function side(s:Array<String>, x:String) { s.push(x); return x; }
	static function vis(o:{function a():String;}) return o.a();
	static function defs(a:Int = 3, ?b:Float = 1.5, c:String = "c", ?d) return '$a $b $c $d';
	static function nul(a:Null<Int> = 4, ?s:String = "dd") return '$a$s';
	static function higher(f:(Int, ?String) -> String) return f(1) + f(2, "x");
	static function main() {
		var i = new Impl("s");
		Sys.println(i.a());
		Sys.println(i.describe());
		Sys.println(i.b(3));
		Sys.println(i.gen("g"));
		var b:B = i;
		Sys.println(b.b(1));
		Sys.println(b.a());
		var c:C = i;
		Sys.println(c.c);
		Sys.println(c.gen(1));
		Sys.println(Base.make().area(1));
		var ba:Base = i;
		Sys.println(vis(ba));
		var k = new Kid();
		Sys.println(k.me().y);
		Sys.println(k.def());
		Sys.println(k.def(2));
		Sys.println(k.opt());
		Sys.println(k.opt(1));
		var p:Parent = k;
		Sys.println(p.def());
		Sys.println(p.opt());
		Sys.println(p.callDyn());
		k.dyn = () -> "set";
		Sys.println(p.callDyn());
		Sys.println(Kid.st() + Parent.st());
		Sys.println(k.supMe());
		Sys.println(k.x);
		Sys.println(Parent.count);
		Sys.println(p.acc(k));
		var g = new Grand();
		Sys.println(g.def());
		Sys.println(g.lam());
		Sys.println(g.me() == g);
		Sys.println(Std.isOfType(g, Kid));
		Sys.println((g is Parent));
		Sys.println(Std.downcast(p, Grand) == null);
		Sys.println(Type.getClassName(Type.getSuperClass(Grand)));
		Sys.println(new Fluent().add("a").add("b").build());
		Sys.println(Init.v);
		Sys.println(Priv.create().ok());
		Sys.println(defs());
		Sys.println(defs(1));
		Sys.println(defs(1, 2));
		Sys.println(defs("x"));
		Sys.println(defs(2.5));
		Sys.println(defs(1, 2, "z", "t"));
		Sys.println(nul());
		Sys.println(nul(null, null));
		Sys.println(nul(1, "q"));
		Sys.println(higher((i, ?s) -> i + (s == null ? "-" : s)));
		var m = k.me;
		Sys.println(m() == k);
		var f1 = Parent.st;
		Sys.println(f1 == Parent.st);
		var fs = [];
		for (x in 0...3) { var y = x * x; fs.push(() -> y + x); } Sys.println([for (f in fs) f()]);
		var w = 0;
		var ws = [];
		while (w < 3) { var z = w; ws.push(() -> z + w); w++; } Sys.println([for (f in ws) f()]);
		var log = [];
		var r = {a: side(log, "1"), b: [side(log, "2"), side(log, "3")]};
		Sys.println(log);
		var q = side(log, "L") + side(log, "R");
		Sys.println(log.join("") + q);
		log = [];
		if (side(log, "x") == "y" && side(log, "no") == "") {} if (side(log, "x") == "x" || side(log, "no") == "") {} Sys.println(log);
		var cnt = 0;
		var arr = [1, 2, 3];
		arr[cnt++] += 10;
		Sys.println(arr + " " + cnt);
		arr[cnt++]++;
		Sys.println(arr + " " + cnt);
		var ob = {v: 1};
		function getOb() { cnt++; return ob; } getOb().v += 5;
		getOb().v++;
		Sys.println(ob.v + " " + cnt);
		var sw = switch ([1, "a"]) { case [1, "b"]: "no"; case [x, "a"] if (x > 0): "yes" + x; default: "d"; };
		Sys.println(sw);
		var label = do_(() -> { for (i in 0...10) { if (i == 5) return i; } return -1; });
		Sys.println(label);
		var t = null;
		try { throw new Impl("thrown"); } catch (e:Impl) { t = e; } Sys.println(t.a());
		Sys.println(try { throw "x"; 1; } catch (e:String) 2);
		var nested = try { try throw 1 catch (s:String) 0; } catch (i:Int) i + 10;
		Sys.println(nested);
		function fin() { try { return "ret"; } catch (e) { return "c"; } } Sys.println(fin());
		inline function sq(x:Int) return x * x;
		Sys.println(sq(3) + sq(sq(2)));
		var lazyInit = null;
		function getL() return lazyInit == null ? lazyInit = "made" : lazyInit;
		Sys.println(getL() + getL());
		final cst = 5;
		Sys.println(cst);
		var a1 = 1, b1 = a1 + 1, c1;
		c1 = b1 * 2;
		Sys.println(a1 + b1 + c1);
		{ var a1 = "shadow"; Sys.println(a1); } Sys.println(a1);
		var a1 = "redeclared";
		Sys.println(a1);
	}
	static function do_(f:Void->Int) return f();
}
