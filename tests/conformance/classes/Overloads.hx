
class Shapes {
	public static overload extern inline function area(side:Int):Float return side * side;
	public static overload extern inline function area(width:Float, height:Float):Float return width * height;
	public static overload extern inline function area(name:String):String return "area of " + name;
	public static overload extern inline function kind(x:Int) return "int";
	public static overload extern inline function kind(x:Float) return "float";
	public static overload extern inline function kind(x:String) return "string";
	public static overload extern inline function kind(x:Bool) return "bool";
	public static overload extern inline function kind<T>(x:Array<T>) return "array of " + x.length;
	public static overload extern inline function kind(x:Int->Int) return "function " + x(3);
	public static overload extern inline function kind(x:{name:String}) return "named " + x.name;
}
class Base {
	public function new() {}
	public overload extern inline function put(x:Int) return "base int " + x;
	public overload extern inline function put(x:String) return "base string " + x;
	public overload extern inline function chain(x:Int):Base { last = "i" + x; return this; }
	public overload extern inline function chain(x:String):Base { last = "s" + x; return this; }
	public var last = "";
}
class Extensions {
	public static overload extern inline function describe(i:Int) return "int " + i;
	public static overload extern inline function describe(s:String) return "string " + s;
	public static overload extern inline function describe(s:String, by:Int) return "string " + s + " by " + by;
}
abstract Id(Int) from Int {
	public overload extern inline function is(i:Int) return this == i;
	public overload extern inline function is(s:String) return Std.string(this) == s;
}
class Overloads {
	static function main() {
		Sys.println(Shapes.area(3));
		Sys.println(Shapes.area(1.5, 2));
		Sys.println(Shapes.area(2, 3));
		Sys.println(Shapes.area("x"));
		Sys.println(Shapes.kind(1));
		Sys.println(Shapes.kind(1.5));
		Sys.println(Shapes.kind("s"));
		Sys.println(Shapes.kind(true));
		Sys.println(Shapes.kind([1, 2]));
		Sys.println(Shapes.kind(["a"]));
		Sys.println(Shapes.kind(x -> x * 2));
		Sys.println(Shapes.kind({name: "n"}));
		var b = new Base();
		Sys.println(b.put(1));
		Sys.println(b.put("a"));
		Sys.println(b.chain(1).chain("z").last);
		var id:Id = 5;
		Sys.println(id.is(5));
		Sys.println(id.is("6"));
		var d:Dynamic = 3;
		var i:Int = d;
		Sys.println(Shapes.kind(i));
	}
}
