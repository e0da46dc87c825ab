abstract Vec2(Array<Float>) {
	public var x(get, set):Float;
	public var y(get, never):Float;
	public inline function new(x:Float, y:Float) this = [x, y];
	inline function get_x() return this[0];
	inline function set_x(v:Float) return this[0] = v;
	inline function get_y() return this[1];
	@:op(A + B) public static inline function add(a:Vec2, b:Vec2):Vec2 return new Vec2(a.x + b.x, a.y + b.y);
	@:op(A * B) @:commutative public static inline function scale(a:Vec2, k:Float):Vec2 return new Vec2(a.x * k, a.y * k);
	@:op(A == B) public static function equals(a:Vec2, b:Vec2):Bool return a.x == b.x && a.y == b.y;
	@:op(-A) public static function negate(a:Vec2):Vec2 return new Vec2(-a.x, -a.y);
	@:op(A += B) public static function addTo(a:Vec2, b:Vec2):Vec2 {
		a.x += b.x;
		return a;
	}
	public function toString() return '<$x, $y>';
}
class OperatorOverloads {
	static function main() {
		var a = new Vec2(1, 2);
		var b = new Vec2(0.5, 0);
		Sys.println((a + b * 2).toString());
		Sys.println((3 * a).toString());
		Sys.println((-a).toString());
		Sys.println(a == new Vec2(1, 2));
		a += b;
		Sys.println(a.toString());
		a.x = 9;
		Sys.println(a.x);
	}
}
