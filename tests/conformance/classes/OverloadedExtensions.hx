// since: 4.3
using OverloadedExtensions.Extensions;

class Extensions {
	public static overload extern inline function describe(i:Int) return "int " + i;
	public static overload extern inline function describe(s:String) return "string " + s;
	public static overload extern inline function describe(s:String, by:Int) return "string " + s + " by " + by;
}
class Resizer {
	var w = 0;
	public function new() {}
	public overload extern inline function size():Int return w;
	public overload extern inline function size(w:Int):Resizer { this.w = w; return this; }
}
class Child extends Resizer {
	public overload extern inline function size(w:String):Resizer { this.w = w.length; return this; }
}
class OverloadedExtensions {
	static function main() {
		Sys.println(5.describe());
		Sys.println("q".describe());
		Sys.println("q".describe(2));
		var c = new Child();
		Sys.println(c.size(3).size());
		Sys.println(c.size("four").size());
		Sys.println(c.size());
	}
}
