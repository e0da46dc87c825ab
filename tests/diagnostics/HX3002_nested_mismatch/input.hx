class Main {
	static function main() {
		var a:{x:Int, y:Float} = {x: 1, y: "2"};
		var p:{x:Int} = new Point();
		var f:Int->Int->Void = g;
		var h:String->Void = g;
		var m:Map<String, Array<Int>> = new Map<String, Array<String>>();
		var made = {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: "nine", j: 10};
		var wide:{a:Int, b:Int, c:Int, d:Int, e:Int, f:Int, g:Int, h:Int, i:Int, j:Int} = made;
		shape(null, (first, second) -> 0);
	}

	static function shape<T:{next:T, last:T}>(first:T, order:(T, T) -> Int) {}

	static function g(n:Int) {}
}

class Point {
	public var y:Int = 0;

	var x:Int = 0;

	public function new() {}
}
