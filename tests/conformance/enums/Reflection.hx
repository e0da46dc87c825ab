enum Color {
	Red;
	Rgb(r:Int, g:Int, b:Int);
}
class Reflection {
	static function main() {
		var c = Rgb(1, 2, 3);
		Sys.println(Type.enumConstructor(c));
		Sys.println(Type.enumParameters(c));
		Sys.println(Type.enumConstructor(Red));
		Sys.println(Std.string(c));
		Sys.println(c is Color);
		var make = Rgb;
		Sys.println(make(9, 8, 7));
	}
}
