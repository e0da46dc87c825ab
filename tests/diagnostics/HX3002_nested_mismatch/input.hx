class Main {
	static function main() {
		var a:{x:Int, y:Float} = {x: 1, y: "2"};
		var p:{x:Int} = new Point();
		var f:Int->Int->Void = g;
		var h:String->Void = g;
		var m:Map<String, Array<Int>> = new Map<String, Array<String>>();
	}

	static function g(n:Int) {}
}

class Point {
	public var y:Int = 0;

	var x:Int = 0;

	public function new() {}
}
