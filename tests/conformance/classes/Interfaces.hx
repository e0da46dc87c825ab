interface Shape {
	function area():Float;
	function name():String;
}
interface Scalable extends Shape {
	function scale(by:Float):Void;
}
class Square implements Scalable {
	var side:Float;
	public function new(side) this.side = side;
	public function area():Float return side * side;
	public function name() return "square";
	public function scale(by:Float):Void side *= by;
}
class Cube extends Square {
	override public function name() return "cube of " + super.name();
}
class Interfaces {
	static function show(s:Shape) Sys.println(s.name() + " " + s.area());
	static function main() {
		var s:Scalable = new Square(2);
		s.scale(1.5);
		show(s);
		var c = new Cube(3);
		show(c);
		var any:Dynamic = c;
		Sys.println(any is Shape);
		Sys.println((any : Dynamic) is Scalable);
		Sys.println(Std.isOfType("x", Shape));
	}
}
