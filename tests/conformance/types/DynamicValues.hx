class Thing {
	public var size = 4;
	public function new() {}
	public function grow(by:Int) return size += by;
}
class DynamicValues {
	static function main() {
		var d:Dynamic = 5;
		Sys.println(d + 1);
		d = "s";
		Sys.println(d + 1);
		d = {a: 1, b: {c: "deep"}};
		Sys.println(d.a + d.b.c);
		d.a = 2;
		d.z = [1, 2];
		Sys.println(d.a);
		Sys.println(d.z.length);
		d = new Thing();
		Sys.println(d.size);
		Sys.println(d.grow(3));
		d.size = 1;
		Sys.println(d.size);
		d = (x:Int) -> x * 3;
		Sys.println(d(4));
		var f:Float = (2 : Dynamic);
		Sys.println(f / 4);
		var xs:Array<Dynamic> = [1, "two", 3.5, null, true];
		Sys.println(xs);
		Sys.println(xs[0] == 1);
		Sys.println(xs[1] == "two");
	}
}
