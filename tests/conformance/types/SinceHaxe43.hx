// since: 4.3
// 4.3 features
class Defaults<T = Int, U = String> {
	public var t:T;
	public var u:U;
	public function new(t:T, u:U) { this.t = t; this.u = u; }
}

typedef Res<T, E = String> = {?ok:T, ?err:E}
abstract Iface<T = Float>(Array<T>) from Array<T> {
	public function first():T return this[0];
}

class Ext2 extends Defaults {
	public function new() super(3, "ext");
}

abstract Vec2(Array<Float>) {
	public inline function new(x:Float, y:Float) this = [x, y];

	public var x(get, never):Float;
	inline function get_x() return this[0];

	@:op(a()) public function call(i:Int):Float return this[i];

	@:op(a()) public function callS(s:String):String return s + this.length;

	public function self():Vec2 return abstract;

	public function twice():Float return abstract.x * 2 + abstract(1);
}

class SinceHaxe43 {
	static function counter():Int { static var n = 0; static final step = 2; n += step; return n; }
	static function other():String { static var n = "x"; n += "y"; return n; }
	var items:Null<Array<Int>> = null;
	var child:Null<SinceHaxe43> = null;
	function new() {} function size():Int return items?.length ?? -1;
	function make():SinceHaxe43 { child ??= new SinceHaxe43(); return child; }
	static function maybe(b:Bool):Null<String> return b ? "some" : null;
	static var calls = 0;
	static function eff():Null<Int> { calls++; return null; }
	static function opt(?x:Int, ?y:String):String return '${x ?? 7}${y ?? "d"}';
	static function lst(...r:Int):Int { var s = 0; for (i => v in r) s += i * v; return s; }
	static function main() {
		var d = new Defaults(1, "u");
		Sys.println(d.t + d.u);
		var e:Defaults = new Defaults(2, "w");
		Sys.println(e.t + 1);
		var f:Defaults<Float> = new Defaults(2.5, "q");
		Sys.println(f.u.length);
		Sys.println(new Ext2().t + 1);
		var r:Res<Int> = {ok: 3};
		Sys.println(r.err == null);
		var r2:Res<Int, Bool> = {err: true};
		Sys.println(r2.err);
		var i:Iface = [1.5];
		Sys.println(i.first());
		var v = new Vec2(1, 2);
		Sys.println(v(0));
		Sys.println(v("n"));
		Sys.println(v.self().x);
		Sys.println(v.twice());
		Sys.println(counter());
		Sys.println(counter());
		Sys.println(other());
		Sys.println(other());
		var o:Null<SinceHaxe43> = null;
		Sys.println(o?.size());
		Sys.println(o?.child?.items?.length);
		o = new SinceHaxe43();
		Sys.println(o?.size());
		o.items = [1, 2];
		Sys.println(o.size());
		Sys.println(o?.items[1]);
		Sys.println(o.make() == o.make());
		o?.child.items = [4];
		Sys.println(o.child.size());
		o?.child?.items.push(5);
		Sys.println(o.child.items);
		Sys.println(maybe(false) ?? "none");
		Sys.println(maybe(true) ?? "none");
		Sys.println(maybe(false)?.length);
		Sys.println(maybe(true)?.length);
		Sys.println(eff() ?? eff() ?? 9);
		Sys.println(calls);
		var n:Null<Int> = null;
		n ??= 5;
		n ??= 6;
		Sys.println(n);
		var arr:Array<Null<Int>> = [null, 2];
		arr[0] ??= 8;
		arr[1] ??= 8;
		Sys.println(arr);
		var m:Map<String, Null<Int>> = [];
		m["a"] ??= 3;
		Sys.println(m["a"]);
		var st:{?a:Int} = {};
		st.a ??= 4;
		Sys.println(st.a);
		Sys.println(opt());
		Sys.println(opt(1));
		Sys.println(opt("z"));
		Sys.println(lst(5, 6, 7));
		Sys.println(1 + (n ?? 0) * 2);
		Sys.println(null ?? "q");
		Sys.println((null ?? n) == 5 ? "five" : "other");
		var nested = {a: {b: (null : Null<{c:Int}>)}};
		Sys.println(nested.a?.b?.c ?? -5);
		Sys.println(nested?.a?.b == null);
		Sys.println(1_000_000);
		Sys.println(0b1010);
		Sys.println(0xFF_FF);
		Sys.println(1_0.5_0);
		Sys.println(0b11i32);
		try { throw new haxe.Exception("boom"); } catch (e) { Sys.println(e.message); } final a = 1, b = 2;
		Sys.println(a + b);
		var q = (x:Int, ?y:Int) -> x + (y ?? 10);
		Sys.println(q(1));
		Sys.println(q(1, 2));
		Sys.println([for (i in 0...3) if (i != 1) i => 'v$i'].toString() != "");
		Sys.println("abc" is String && !("abc" is Array));
		var s:Single = 1.5;
		Sys.println(s);
		var fun = function named(x:Int):Int return x <= 0 ? 0 : x + named(x - 1);
		Sys.println(fun(3));
		Sys.println(@:inline Std.int(3.7));
		Sys.println(inline Std.int(2.2));
		for (k => v in ["a" => 1, "b" => 2]) Sys.print(k + v + " ");
		Sys.println("");
	}
}
