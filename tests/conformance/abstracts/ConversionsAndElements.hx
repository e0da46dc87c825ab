import haxe.ds.StringMap;
// abstracts part 2
@:multiType abstract Multi<T>(IStore<T>) {
	public function new();
	public inline function put(x:T) this.put(x);
	public inline function all():Array<T> return this.all();
	@:to static inline function toInt(t:IStore<Int>):IntStore return new IntStore();
	@:to static inline function toString(t:IStore<String>):StringStore return new StringStore();
}
interface IStore<T> {
	function put(x:T):Void;

	function all():Array<T>;
}

class IntStore implements IStore<Int> {
	var a:Array<Int> = [];
	public function new() {}

	public function put(x:Int) a.push(x * 10);

	public function all() return a;
}

class StringStore implements IStore<String> {
	var a:Array<String> = [];
	public function new() {}

	public function put(x:String) a.push(x + "!");

	public function all() return a;
}

@:forward abstract Ext(Array<Int>) from Array<Int> to Array<Int> {
	public var first(get, never):Int;
	inline function get_first() return this[0];

	public function sum() { var s = 0; for (x in this) s += x; return s; }
}

@:forward(push, length) abstract Part(Array<Int>) { public function new() this = []; }
@:transitive abstract Chain(Int) from Int to Int {}
abstract FromGeneric<T>(Array<T>) to Array<T> {
	@:from static public function single<T>(x:T):FromGeneric<T> return cast [x];

	public function len() return (this : Array<T>).length;
}

abstract Opt<T>(Null<T>) from Null<T> {
	public inline function or(d:T):T return this == null ? d : this;

	public inline function isSome() return this != null;

	@:from public static function none(_:Bool):Opt<Dynamic> return null;
}

abstract StringOrInt(Dynamic) from String from Int {
	public function describe() return Std.isOfType(this, String) ? "s" + (this : String) : "i" + (this : Int);
}

abstract Either<A, B>(Dynamic) from A from B { }
abstract Sel(String) {
	inline function new(s) this = s;

	@:to public function toS():String return this;

	@:from public static inline function fromInt(i:Int):Sel return new Sel("int" + i);

	@:from public static inline function fromArr<T>(a:Array<T>):Sel return new Sel("arr" + a.length);

	@:from public static function fromFn(f:Void->String):Sel return new Sel(f());
}

enum abstract Flags(Int) from Int to Int {
	var A = 1;
	var B = 1 << 1;
	var C = 1 << 2;
	var All = 7;
	static inline var COUNT = 3;
	@:op(A | B) static function or(a:Flags, b:Flags):Flags;

	@:op(A & B) static function and(a:Flags, b:Flags):Flags;

	public inline function has(f:Flags):Bool return (abstract_() & f) == f;

	inline function abstract_():Flags return cast this;

	@:to public function name():String return switch (cast this : Flags) { case A: "A"; case B: "B"; case C: "C"; case All: "All"; default: "?" + this; }
}

enum abstract Color(String) {
	var Red = "r";
	var Green = "g";
	public static var all = [Red, Green];
	public static function parse(s:String):Null<Color> { for (c in all) if ((cast c : String) == s) return c; return null; }

	public function label() return "color " + this;
}

abstract Num(Float) from Float to Float from Int {
	@:op(A + B) static function add(a:Num, b:Num):Num;

	@:op(A < B) static function lt(a:Num, b:Num):Bool;

	@:op(-A) static function neg(a:Num):Num;

	@:op(A % B) public static function md(a:Num, b:Int):String return "mod" + b;

	@:op(A % B) public static function mdf(a:Num, b:String):String return "modS" + b;

	@:op(A >> B) public function shr(b:Int):Num return this / b;

	@:op(A && B) static function band(a:Num, b:Num):String return "and";

	@:op(A ...B) static function range(a:Num, b:Num):String return "range";

	@:op(A in B) static function inn(a:Num, b:Array<Num>):Bool return b.length > 0;

	@:op(A => B) static function arrow(a:Num, b:String):String return b + "<=";

	@:op(A <= B) static function le(a:Num, b:Num):Bool return (a : Float) < 100;

	@:op(A--) function dec():String return "dec";

	@:op(A == B) static function eqs(a:Num, b:String):Bool return '$a' == b;

	@:op(A *= B) function mulAssign(b:Float):Num return this * b;
}

abstract Idx(Array<String>) {
	public function new() this = ["a", "b", "c"];

	@:arrayAccess function byInt(i:Int) return this[i];

	@:arrayAccess function byName(s:String) return s + "?";

	@:arrayAccess function setInt(i:Int, v:String):String { this[i] = v; return v; }

	@:arrayAccess function setIntN(i:Int, v:Int):Int { this[i] = "n" + v; return v; }

	public function iterator() return this.iterator();

	public function keyValueIterator() return this.keyValueIterator();
}

abstract Wrap<T>(T) from T to T {
	public var value(get, never):T;
	inline function get_value():T return this;

	public inline function map<U>(f:T->U):Wrap<U> return f(this);
}

abstract Conv(Int) from Int {
	@:to function toArr():Array<Int> return [this, this];

	@:to function toF():Float return this + 0.5;

	@:to function toB():Bool return this > 0;

	@:to function toFn():Int->Int return x -> x + this;
}

abstract Path(String) from String to String {
	@:op(A / B) public function join(o:String):Path return this + "/" + o;

	public static var root:Path = "/root";
}

abstract NullSafe(String) from String {
	public function len() return this == null ? -1 : this.length;
}

abstract Rec(Array<Rec>) from Array<Rec> {
	public function depth():Int { var d = 0; for (r in this) { var x = r.depth(); if (x > d) d = x; } return d + 1; }
}

class ConversionsAndElements {
	static function takeF(f:Float) return "F" + f;
	static function takeA(a:Array<Int>) return "A" + a.length;
	static function takeSel(s:Sel):String return s;
	static function takeB(b:Bool) return b;
	static function takeFn(f:Int->Int) return f(1);
	static function takeOpt(o:Opt<Int>) return o.or(-1);
	static function fg<T>(f:FromGeneric<T>) return f.len();
	static function soi(x:StringOrInt) return x.describe();
	static function main() {
		var m = new Multi<Int>();
		m.put(4);
		Sys.println(m.all());
		var ms = new Multi<String>();
		ms.put("q");
		Sys.println(ms.all());
		var e:Ext = [1, 2, 3];
		Sys.println(e.length);
		Sys.println(e.first);
		Sys.println(e.sum());
		e.push(4);
		Sys.println(e.sum());
		Sys.println(e.map(x -> x * 2));
		Sys.println(e[1]);
		for (x in e) Sys.print(x);
		Sys.println("");
		var p = new Part();
		p.push(3);
		Sys.println(p.length);
		var c:Chain = 4;
		var i:Int = c;
		Sys.println(i + 1);
		Sys.println(fg(3));
		Sys.println(fg("x"));
		var o:Opt<Int> = 5;
		Sys.println(o.or(1));
		o = null;
		Sys.println(o.or(1));
		Sys.println(o.isSome());
		Sys.println(takeOpt(9));
		Sys.println(takeOpt(null));
		Sys.println(soi("a"));
		Sys.println(soi(3));
		Sys.println(takeSel(5));
		Sys.println(takeSel([1, 2]));
		Sys.println(takeSel(() -> "fn"));
		var f:Flags = A | C;
		Sys.println(f.has(A));
		Sys.println(f.has(B));
		Sys.println((f : String));
		Sys.println((Flags.B : String));
		Sys.println((f : Int));
		Sys.println(Flags.All == f | B);
		Sys.println('$f');
		Sys.println(Color.parse("g") == Green);
		Sys.println(Color.all.length);
		Sys.println(Color.Red.label());
		Sys.println(Color.parse("zz") == null);
		var col:Color = Green;
		Sys.println(switch (col) { case Red: 1; case Green: 2; });
		var n:Num = 3;
		Sys.println((n + 4.5 : Float));
		Sys.println(n < 2);
		Sys.println((-n : Float));
		Sys.println(n % 2);
		Sys.println(n % "x");
		Sys.println((n >> 2 : Float));
		Sys.println(n && n);
		Sys.println(n...n);
		Sys.println(n in [n]);
		Sys.println(n => "q");
		Sys.println(n <= 1000);
		Sys.println(n--);
		Sys.println(n == "3");
		n *= 4;
		Sys.println((n : Float));
		var x = new Idx();
		Sys.println(x[0]);
		Sys.println(x["q"]);
		x[1] = "zz";
		x[2] = 7;
		for (v in x) Sys.println(v);
		for (k => v in x) Sys.println(k + v);
		x[0] += "+";
		Sys.println(x[0]);
		var w:Wrap<Int> = 3;
		Sys.println(w.value + 1);
		Sys.println(w.map(v -> "s" + v).value.length);
		var wi:Int = w;
		Sys.println(wi);
		var cv:Conv = 2;
		Sys.println(takeF(cv));
		Sys.println(takeA(cv));
		Sys.println(takeB(cv));
		Sys.println(takeFn(cv));
		Sys.println(if ((cv : Bool)) "yes" else "no");
		Sys.println((Path.root / "a" / "b" : String));
		var ns:NullSafe = null;
		Sys.println(ns.len());
		var r:Rec = [[], [[]]];
		Sys.println(r.depth());
	}
}
