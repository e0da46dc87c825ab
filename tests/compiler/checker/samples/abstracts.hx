abstract Meters(Float) from Float to Float {
	public inline function new(value:Float)
		this = value;

	public var kilometers(get, never):Float;

	function get_kilometers()
		return this / 1000;

	@:op(A + B) static function add(a:Meters, b:Meters):Meters
		return new Meters((a : Float) + (b : Float));

	@:op(A * B) @:commutative static function scale(a:Meters, b:Float):Meters
		return new Meters((a : Float) * b);

	@:op(A > B) static function gt(a:Meters, b:Meters):Bool;

	@:op(-A) function negate():Meters
		return new Meters(-this);

	public function toString():String
		return this + "m";
}

abstract Id(Int) {
	public function new(i:Int)
		this = i;

	@:from static function fromString(s:String):Id
		return new Id(s.length);

	@:to function toStr():String
		return "id" + this;

	public function next():Id
		return new Id(this + 1);
}

abstract Grid(Array<Int>) {
	public function new()
		this = [];

	@:arrayAccess function get(i:Int):Int
		return this[i];

	@:arrayAccess function set(i:Int, v:Int):Int {
		this[i] = v;
		return v;
	}
}

@:forward(length, push)
abstract Stack<T>(Array<T>) {
	public function new()
		this = [];

	public function top():T
		return this[this.length - 1];
}

enum abstract Mode(String) to String {
	var Read = "r";
	var Write = "w";
}

class Abstracts {
	static function main() {
		var m:Meters = 5.0;
		var f:Float = m;
		$type(m + m); // Meters
		$type(m * 2); // Meters
		$type(2 * m); // Meters
		$type(-m); // Meters
		$type(m > m); // Bool
		$type(m.kilometers); // Float
		m += m;
		var id:Id = "abc";
		var s:String = id;
		$type(id.next()); // Id
		var g = new Grid();
		g[0] = 3;
		g[0] += 2;
		$type(g[0]); // Int
		var st = new Stack<String>();
		st.push("a");
		$type(st.length); // Int
		$type(st.top()); // String
		var mode = Mode.Read;
		var t:String = mode;
		var n = switch (mode) {
			case Read: 1;
			case Write: 2;
		}
		$type(n); // Int
		var mm:Mode = Write;
	}
}
