abstract Counter(Int) from Int to Int {
	public inline function new(v) this = v;
	public inline function bump(by:Int):Int { this += by; return this * 2; }
	public inline function twice() { bump(1); bump(1); }
	public inline function early(stop:Bool):String { if (stop) this = -1; else this = 1; return stop ? "stopped" : "went on"; }
	public inline function reset() val = 0;
	public var val(get, set):Int;
	inline function get_val() return this;
	inline function set_val(v:Int) return this = v;
	public inline function loop() { for (i in 0...3) bump(i); }
	@:op(A++) inline function after():Counter { var old = this; this += 100; return old; }
	@:op(++A) inline function before():Counter { this += 10; return this; }
	@:op(A -= B) inline function minus(by:Int):Counter { this -= by * 2; return this; }
	@:arrayAccess inline function append(i:Int, v:Int) { this = this * 10 + v; return v; }
	public inline function untouched():Int { var this_ = this; this_ += 5; return this_; }
}
abstract Text(String) from String to String {
	public inline function add(s:String):Void this = this == null ? s : this + s;
}
abstract Holder<T>(T) from T to T {
	public inline function replace(v:T):T { var old = this; this = v; return old; }
}
class Owner {
	public var f:Counter = 1;
	public static var st:Counter = 2;
	public function new() {}
}
class ChangesThis {
	static function parameter(c:Counter) { c.bump(1); return c; }
	static function main() {
		var c:Counter = 1;
		Sys.println(c.bump(4));
		Sys.println(c);
		c.twice();
		Sys.println(c);
		Sys.println(c.early(true));
		Sys.println(c);
		Sys.println(c.early(false));
		Sys.println(c);
		c.val = 7;
		Sys.println(c.val);
		c.val += 2;
		Sys.println(c.val);
		c.val++;
		Sys.println(c.val);
		c.reset();
		Sys.println(c.val);
		c.loop();
		Sys.println(c.val);
		Sys.println(c++);
		Sys.println(c);
		Sys.println(++c);
		c -= 3;
		Sys.println(c);
		c[0] = 4;
		Sys.println(c);
		Sys.println(c.untouched());
		Sys.println(c);
		Sys.println(parameter(3));
		Sys.println(parameter(c));
		Sys.println(c);
		var o = new Owner();
		Sys.println(o.f.bump(3));
		Sys.println(o.f);
		o.f.val = 50;
		Sys.println(o.f);
		o.f++;
		Sys.println(o.f);
		Owner.st.bump(2);
		Sys.println(Owner.st);
		var array:Array<Counter> = [1, 2];
		array[1].bump(5);
		Sys.println(array[1]);
		array[0]++;
		Sys.println(array);
		for (x in array) x.bump(1);
		Sys.println(array);
		var s:{c:Counter} = {c: 4};
		s.c.bump(1);
		Sys.println(s.c);
		var n:Null<Counter> = 4;
		n.bump(1);
		Sys.println(n);
		var closure = function() c.bump(1);
		closure();
		Sys.println(c);
		var method = c.bump;
		Sys.println(method(1));
		Sys.println(c);
		var copy = c;
		copy.bump(1);
		Sys.println(c == copy);
		var i:Int = 5;
		Sys.println((i : Counter).bump(1));
		Sys.println(i);
		var t:Text = "a";
		t.add("b");
		t.add("c");
		Sys.println((t : String));
		var none:Text = null;
		none.add("x");
		Sys.println((none : String));
		var h:Holder<String> = "first";
		Sys.println(h.replace("second"));
		Sys.println((h : String));
		var hi:Holder<Int> = 1;
		Sys.println(hi.replace(2) + hi);
	}
}
