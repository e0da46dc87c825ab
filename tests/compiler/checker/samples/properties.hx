class Properties {
	public var a(default, null):Int = 1;
	public var b(get, set):Int;
	public var c(default, never):String = "c";
	public var d(get, never):Float;
	@:isVar public var e(get, set):Int = 5;

	public static var total(get, set):Int;
	static var stored = 0;

	static function get_total()
		return stored;

	static function set_total(value)
		return stored = value;

	var backing = 0;

	public function new() {}

	function get_b()
		return backing;

	function set_b(v:Int) {
		backing = v;
		return v;
	}

	function get_d():Float
		return a / 2;

	function get_e()
		return e;

	function set_e(v)
		return e = v;

	function inside() {
		a = 2;
		a++;
		b += a;
		e *= 2;
	}

	static function main() {
		var p = new Properties();
		p.b = 3;
		p.b += 2;
		p.b++;
		$type(p.b--); // Int
		$type(p.a); // Int
		$type(p.d); // Float
		p.e = p.b;
		Properties.total += 3;
		total++;
		$type(total); // Int
		var s:{var a(default, null):Int;} = p;
		$type(s.a); // Int
	}
}
