enum Color {
	Red;
	Green;
	Rgb(r:Int, g:Int, b:Int);
}

enum Tree<T> {
	Leaf;
	Node(left:Tree<T>, value:T, right:Tree<T>);
}

enum abstract Direction(Int) {
	var North = 1;
	var South;
	var East = 10;
	var West;
}

class EnumsAndSwitch {
	static function describe(c:Color):String {
		return switch (c) {
			case Red: "red";
			case Green: "green";
			case Rgb(r, _, _) if (r > 200): "bright";
			case Rgb(0, 0, 0): "black";
			case Rgb(r, g, b): '$r $g $b';
		}
	}

	static function depth<T>(t:Tree<T>):Int {
		return switch t {
			case Leaf: 0;
			case Node(l, _, r): 1 + max(depth(l), depth(r));
		}
	}

	static function max(a:Int, b:Int)
		return a > b ? a : b;

	static function sum(t:Tree<Int>):Int {
		switch (t) {
			case Leaf:
				return 0;
			case Node(l, v, r):
				$type(v); // Int
				return sum(l) + v + sum(r);
		}
	}

	static function main() {
		$type(Red); // Color
		$type(Rgb(1, 2, 3)); // Color
		$type(Rgb); // (r : Int, g : Int, b : Int) -> Color
		$type(Node(Leaf, 1, Leaf)); // Tree<Int>
		var c = Color.Green;
		var n = 5;
		switch (n) {
			case 1 | 2 | 3:
				trace("small");
			case 4, 5:
			case x if (x > 100):
				$type(x); // Int
			case _:
		}
		switch ("text") {
			case "a":
			case "b" | "c":
			default:
		}
		switch ([n, c]) {
			case [1, Red]:
			case [x, Rgb(r, g, b)]:
				$type(x + r); // Int
			case _:
		}
		var list = [1, 2, 3];
		switch (list) {
			case [a, b]:
			case [a, b, c]:
				$type(a); // Int
			case arr:
				$type(arr.length); // Int
		}
		switch ({name: "x", age: 3}) {
			case {name: "y"}:
			case {name: name, age: age}:
				$type(name); // String
				$type(age); // Int
		}
		var d = North;
		$type(d); // Direction
		switch (d) {
			case North, South:
			case East | West:
		}
		var v = switch (c) {
			case Rgb(r, 1 | 2, _): r;
			case other: 0;
		}
		$type(v); // Int
		var flag = true;
		var b = switch (flag) {
			case true: 1;
			case false: 2;
		}
		$type(b); // Int
		var o:Null<Int> = null;
		switch (o) {
			case null:
			case 1:
			case other:
				$type(other); // Null<Int>
		}
		switch (c) {
			case Rgb(x, 0, _) | Rgb(_, x, _):
				$type(x); // Int
			case whole = Red:
				$type(whole); // Color
			default:
		}
	}
}
