typedef Point = {x:Int, y:Int};

abstract Meters(Float) {}

class Main {
	static var types:Array<Dynamic> = [Point, Meters, Main, Int];
}
