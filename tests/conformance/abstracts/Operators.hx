abstract Vec(Array<Float>) from Array<Float> to Array<Float> {
	public var x(get, set):Float;
	public var y(get, never):Float;
	inline function get_x() return this[0];
	inline function set_x(v:Float) return this[0] = v;
	inline function get_y() return this[1];
	public inline function new(x:Float, y:Float) this = [x, y];
	@:op(A + B) public inline function add(o:Vec):Vec return new Vec(this[0] + o.x, this[1] + o.y);
	@:op(A * B) @:commutative public static inline function scale(a:Vec, f:Float):Vec return new Vec(a.x * f, a.y * f);
	@:op(-A) public static function neg(a:Vec):Vec return new Vec(-a.x, -a.y);
	@:op(A == B) public static function eq(a:Vec, b:Vec):Bool return a.x == b.x && a.y == b.y;
	@:op(A != B) public static function neq(a:Vec, b:Vec):Bool return !(a == b);
	@:arrayAccess public inline function get(i:Int) return this[i];
	@:arrayAccess public inline function set(i:Int, v:Float) { this[i] = v; return v; }
	@:to public function toString():String return 'Vec(${this[0]},${this[1]})';
	@:from public static function fromString(s:String):Vec { var p = s.split(","); return new Vec(Std.parseFloat(p[0]), Std.parseFloat(p[1])); }
}
abstract Counter(Int) {
	public inline function new(v) this = v;
	@:op(A++) public inline function postInc():Counter { var old = this; this++; return new Counter(old); }
	@:op(++A) public inline function preInc():Counter { this++; return cast this; }
	public inline function bump(by:Int):Void this += by;
	public inline function value() return this;
	@:op(A += B) public inline function addTo(b:Int):Counter { this += b * 10; return cast this; }
	@:op(~A) public inline function inv():Int return -1000 - this;
	@:op(!A) public inline function not():Bool return this == 0;
}
@:forward(length, push) @:forwardStatics
abstract Names(Array<String>) from Array<String> {
	@:op(a.b) public function field(name:String):String return "get:" + name + this.length;
	@:op(a.b) public function setField(name:String, v:String):String { this.push(name + "=" + v); return v; }
}
@:callable abstract Fn(Int->String) from Int->String {}
@:enum abstract Old(Int) {
	var A = 1;
	var B = 2;
}

enum abstract Auto(Int) from Int to Int {
	var P;
	var Q;
	var R = 10;
	var S;
}

enum abstract AutoS(String) to String {
	var One;
	var Two = "zwei";
	final Three;
}

abstract Meters(Float) to Float {
	public inline function new(f) this = f;

	@:to public inline function toKm():Km return new Km(this / 1000);
}

abstract Km(Float) to Float {
	public inline function new(f) this = f;

	@:from static inline function fromM(m:Meters):Km return m.toKm();
}

class Operators {
	static function takesKm(k:Km) return (k : Float);
	static function main() {
		var v = new Vec(1, 2);
		var w:Vec = [3.0, 4.0];
		Sys.println((v + w).toString());
		Sys.println('' + (v * 2).toString() + (2 * v).toString());
		Sys.println((-v).x);
		Sys.println(v == w);
		Sys.println(v != w);
		Sys.println(v[0]);
		v[0] = 5;
		Sys.println(v[0]);
		v[1] += 2;
		Sys.println(v[1]);
		v.x = 9;
		v.x += 1;
		Sys.println(v.x);
		var s:String = v;
		Sys.println(s);
		var f:Vec = "7,8";
		Sys.println(f.y);
		var arr:Array<Float> = f;
		Sys.println(arr.length);
		Sys.println('$f');
		var c = new Counter(5);
		c++;
		Sys.println(c.value());
		++c;
		Sys.println(c.value());
		var d = c++;
		Sys.println(d.value() + " " + c.value());
		c.bump(10);
		Sys.println(c.value());
		c += 2;
		Sys.println(c.value());
		Sys.println(~c);
		Sys.println(!c);
		var cs = [new Counter(1), new Counter(2)];
		cs[0].bump(5);
		Sys.println(cs[0].value());
		cs[1]++;
		Sys.println(cs[1].value());
		var o = {c: new Counter(1)};
		o.c.bump(3);
		Sys.println(o.c.value());
		o.c++;
		Sys.println(o.c.value());
		var n:Names = ["a"];
		n.push("b");
		Sys.println(n.length);
		Sys.println(n.hello);
		n.foo = "bar";
		Sys.println(n.length);
		var fn:Fn = function(i) return "n" + i;
		Sys.println(fn(4));
		Sys.println(Old.B);
		Sys.println(Auto.S);
		Sys.println((Auto.Q:Int) + 1);
		Sys.println((AutoS.One:String));
		Sys.println(AutoS.Two);
		Sys.println(AutoS.Three);
		Sys.println(takesKm(new Meters(500)));
		switch (Auto.P) { case P: Sys.println("P"); case Q | R | S: Sys.println("o"); }
	}
}
