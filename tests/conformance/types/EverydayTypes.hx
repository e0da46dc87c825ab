import haxe.ds.StringMap as SM;
import Math.max;
import Math.*;
import haxe.ds.IntMap in IM;
typedef Point = {x:Float, y:Float}
typedef Point3 = {> Point, z:Float}
typedef Named2 = {?name:String, id:Int}
typedef Both = Point & {w:Int} & {?o:String}
typedef Fn<T> = T->T
typedef Tree<T> = {v:T, ?kids:Array<Tree<T>>}
typedef Cb = {function call(i:Int):String;}
class PointC {
	public var x:Float = 1;
	public var y:Float = 2;
	public function new() {}
}

class CbC {
	public function new() {}

	public function call(i:Int) return "c" + i;
}

@:structInit class SI {
	public var a:Int;
	public var b:String = "def";
	@:optional public var c:Null<Float>;
	public final d:Int = 4;
}

@:structInit class SI2 {
	public var a:Int;
	public var l:Int;
	public function new(a:Int, ?l:Int) { this.a = a; this.l = l == null ? -1 : l; }
}

@:publicFields class Pub {
	var x = 1;
	static var y = 2;
	function new() {}
}

private class Priv {
	public static var v = 99;
	private var secret = 5;
	public function new() {}
}

final class Fin { public function new() {} }
function modFn(x:Int) return x * 3;
var modVar = 12;
final modFin = "fin";
private inline function modInl() return "inl";
class EverydayTypes {
	static function len(p:Point) return Math.sqrt(p.x * p.x + p.y * p.y);
	static function sumT(t:Tree<Int>):Int { var s = t.v; if (t.kids != null) for (k in t.kids) s += sumT(k); return s; }
	static function main() {
		var m = new SM<Int>();
		m.set("a", 1);
		Sys.println(m.get("a"));
		var im = new IM<String>();
		im.set(1, "z");
		Sys.println(im.get(1));
		Sys.println(max(1, 2));
		Sys.println(abs(-3.5));
		Sys.println(PI > 3);
		var p3:Point3 = {x: 3, y: 4, z: 5};
		Sys.println(len(p3));
		Sys.println(len(new PointC()));
		var n:Named2 = {id: 3};
		Sys.println(n.name);
		Sys.println(n.id);
		var b:Both = {x: 1, y: 2, w: 3};
		Sys.println(b.o);
		Sys.println(b.w + b.x);
		var f:Fn<Int> = x -> x + 1;
		Sys.println(f(1));
		Sys.println(sumT({v: 1, kids: [{v: 2}, {v: 3, kids: [{v: 4}]}]}));
		var cb:Cb = new CbC();
		Sys.println(cb.call(3));
		var si:SI = {a: 1};
		Sys.println(si.a + si.b + si.c + si.d);
		var si2:SI2 = {a: 5};
		Sys.println(si2.l);
		var si3:SI = {a: 2, b: "B", c: 1.5};
		Sys.println(si3.b + si3.c);
		var pub = new Pub();
		Sys.println(pub.x + Pub.y);
		Sys.println(Priv.v);
		Sys.println(@:privateAccess new Priv().secret);
		Sys.println(modFn(2));
		Sys.println(modVar++);
		Sys.println(modVar);
		Sys.println(modFin);
		Sys.println(modInl());
		Sys.println(EverydayTypes.modFn2());
		var x:Any = 5;
		var xi:Int = x;
		Sys.println(xi);
		var d:Dynamic = {a: {b: [1, 2]}};
		Sys.println(d.a.b[1]);
		d.a.c = "new";
		Sys.println(d.a.c);
		Sys.println(d.nope);
		var dt:Dynamic<Int> = {q: 1};
		Sys.println(dt.q);
		dt.r = 5;
		Sys.println(dt.r);
		Sys.println(Std.string(cast(5, Float)));
		try { var s:String = cast(d, String); Sys.println("no"); } catch (e:Dynamic) Sys.println("castfail");
		Sys.println("x" is String);
		Sys.println((5 : Dynamic) is Int);
		Sys.println(([1] : Dynamic) is Array);
		Sys.println((null : Dynamic) is String);
		Sys.println((new PointC() : Dynamic) is PointC);
		var u = cast(1.5 : Dynamic);
		Sys.println(u);
		var v = if (p3.x > 1) 1 else 2.5;
		Sys.println(v);
		var w = [1, 2.5];
		Sys.println(w);
		var l = switch (3) { case 1: null; case _: 5; };
		Sys.println(l);
		var nn:Null<Int> = null;
		Sys.println(nn);
		Sys.println(nn == null);
		nn = 4;
		Sys.println(nn + 1);
		var e = {"a-b": 1, "c": 2};
		Sys.println(Reflect.field(e, "a-b"));
		Sys.println(e.c);
		Sys.println('${1 + 2} $$ ${"in" + 'n$n'} $p3.x'.substr(0, 9));
		Sys.println('a${p3.x}b${[1, 2].map(x -> '<$x>')}');
		try throw "str" catch (e:Int) Sys.println("int") catch (e:String) Sys.println("s:" + e);
		try throw 5 catch (e) Sys.println(e.message);
		try throw new PointC() catch (e:PointC) Sys.println(e.x);
		try { try throw {a: 1} catch (e:String) Sys.println("no"); } catch (e:Dynamic) Sys.println(e.a);
		var a = 5;
		Sys.println(a-- - --a);
		Sys.println(1 + 2 * 3 % 2 - 4 / 2);
		Sys.println(1 << 2 + 1);
		Sys.println(5 & 3 == 1 ? "t" : "f");
		Sys.println(-2 % 3);
		Sys.println(7 % -3);
		Sys.println(!true || true && false);
		Sys.println(1 | 2 ^ 3 & 1);
		Sys.println(-5 >>> 28);
		Sys.println(~3 + 1);
		Sys.println(3 > 2 == true);
	}
	static function modFn2() return modFn(modFn(1));
}
