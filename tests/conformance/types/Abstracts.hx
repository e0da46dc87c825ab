abstract Meters(Float) from Float to Float {
	public inline function new(v:Float) this = v;
	public var km(get, never):Float;
	inline function get_km() return this / 1000;
	@:op(A + B) static function add(a:Meters, b:Meters):Meters return new Meters((a : Float) + (b : Float));
	@:op(A > B) static function greater(a:Meters, b:Meters):Bool;
	@:op(-A) static function negate(a:Meters):Meters return new Meters(-(a : Float));
	public function describe():String return this + "m";
	@:from static function fromString(s:String):Meters return new Meters(Std.parseFloat(s));
	@:to function toInt():Int return Std.int(this);
}
abstract Grid(Array<Int>) {
	public function new() this = [0, 0, 0, 0];
	@:arrayAccess function get(i:Int):Int return this[i];
	@:arrayAccess function set(i:Int, v:Int):Int return this[i] = v;
}
enum abstract Level(Int) to Int {
	var Low = 1;
	var High = 10;
}
class Abstracts {
	static function main() {
		var a:Meters = 1500.0;
		var b:Meters = "250.5";
		Sys.println((a + b).describe());
		Sys.println(a.km);
		Sys.println(a > b);
		Sys.println((-a).describe());
		var i:Int = b;
		Sys.println(i);
		var g = new Grid();
		g[2] = 5;
		g[2] += 1;
		Sys.println(g[2]);
		var l = High;
		Sys.println(switch (l) {
			case Low: "low";
			case High: "high";
		});
		Sys.println((l : Int) + 1);
	}
}
