class Acc {
	public var a(default, null):Int = 1;
	public var b(get, set):Int;
	var _b = 5;
	function get_b() return _b * 2;
	function set_b(v:Int):Int { _b = v; return v + 100; }
	public var c(default, set):Int = 3;
	function set_c(v:Int) { return c = v * 2; }
	public var d(get, default):Int = 4;
	function get_d() return d + 1;
	@:isVar public var e(get, set):Int = 9;
	function get_e() return e;
	function set_e(v) return e = v;
	public var f(get, never):String;
	function get_f() return "f" + a;
	public var g(never, set):Int;
	function set_g(v) { _b = v; return v; }
	public var h(get, null):Int = 12;
	function get_h() { h++; return h; }
	public var i(null, default):Int = 3;
	public static var s(get, set):Int;
	static var _s = 1;
	static function get_s() return _s;
	static function set_s(v) return _s = v;
	public static var t(default, null):Array<Int> = [];
	public final z:Int;
	public var dyn(dynamic, dynamic):Int;
	function get_dyn() return 77;
	function set_dyn(v:Int) return v;
	public function new() { z = 8; a = 2; }
	public function readI() return i;
	public function bypass() { @:bypassAccessor c = 1; return c; }
	public function chain() { return b = c = 10; }
}
class Sub extends Acc {
	override function get_b() return super.get_b() + 1000;

	override function set_c(v) return super.set_c(v + 1);

	public function supB() return super.b;
}

interface HasP {
	var p(get, set):Int;
	var q(default, never):String;
	var r(default, null):Int;
}

class ImplP implements HasP {
	public var p(get, set):Int;
	var store = 1;
	function get_p() return store;

	function set_p(v) return store = v;

	public var q(default, never):String = "qq";
	public var r(default, null):Int = 6;
	public function new() {}
}

typedef PS = { var x(default, null):Int; final y:String; @:optional var z:Float; }
class Accessors {
	static function main() {
		var o = new Acc();
		Sys.println(o.a);
		Sys.println(o.b);
		Sys.println(o.b = 7);
		Sys.println(o.b);
		o.b += 3;
		Sys.println(o.b);
		Sys.println(o.b++);
		Sys.println(++o.b);
		Sys.println(o.c);
		o.c = 5;
		Sys.println(o.c);
		o.c += 1;
		Sys.println(o.c);
		Sys.println(o.c++);
		Sys.println(o.c);
		Sys.println(o.d);
		o.d = 10;
		Sys.println(o.d);
		o.e = 3;
		Sys.println(o.e);
		Sys.println(o.f);
		o.g = 4;
		Sys.println(o.b);
		Sys.println(o.h);
		Sys.println(o.h);
		o.i = 33;
		Sys.println(o.readI());
		Acc.s = 4;
		Acc.s += 2;
		Sys.println(Acc.s);
		Acc.t.push(1);
		Sys.println(Acc.t.length);
		Sys.println(o.z);
		Sys.println(o.bypass());
		Sys.println(o.chain());
		@:bypassAccessor o.c = 50;
		Sys.println(o.c);
		var s = new Sub();
		Sys.println(s.b);
		s.c = 1;
		Sys.println(s.c);
		Sys.println(s.supB());
		var ba:Acc = s;
		Sys.println(ba.b);
		var p:HasP = new ImplP();
		p.p = 5;
		p.p++;
		Sys.println(p.p);
		Sys.println(p.q);
		Sys.println(p.r);
		var ps:PS = {x: 1, y: "y"};
		Sys.println(ps.x + ps.y + ps.z);
		var anon:{var b(get, set):Int;} = cast o;
		var an2:{var a(default, null):Int;} = o;
		Sys.println(an2.a);
		var an3:{a:Int} = {a: 1};
		an3.a++;
		Sys.println(an3.a);
		Sys.println(o.dyn);
	}
}
