enum Shape {
	Point;
	Circle(radius:Float);
	Rect(width:Int, height:Int);
	Group(parts:Array<Shape>);
	Named(name:String, shape:Shape);
	Maybe(?shape:Shape);
}

enum Tree<T> {
	Leaf;
	Node(left:Tree<T>, value:T, right:Tree<T>);
}

enum Result<T, E> {
	Ok(value:T);
	Failed(error:E);
}

class ConstructorPatterns {
	static function describe(shape:Shape):String {
		return switch (shape) {
			case Point: "point";
			case Circle(0): "dot";
			case Circle(r) if (r < 0): "negative " + r;
			case Circle(1.5 | 2.5): "one and a half or two and a half";
			case Circle(r): "circle " + r;
			case Rect(0, _) | Rect(_, 0): "empty";
			case Rect(w, h) if (w == h): "square " + w;
			case Rect(1, h) | Rect(h, 1): "line " + h;
			case Rect(w, h): w + "x" + h;
			case Group([]): "nothing";
			case Group([one]): "only " + describe(one);
			case Group([Point, Point]): "two points";
			case Group([Circle(a), Circle(b)]) if (a > b): "shrinking circles";
			case Group([first = Circle(_), _]): "circle first: " + describe(first);
			case Group(parts): parts.length + " parts";
			case Named("", inner): describe(inner);
			case Named(name, Named(inner, _)): name + " of " + inner;
			case Named(name, shape): name + "=" + describe(shape);
			case Maybe(null): "no shape";
			case Maybe(Point): "maybe a point";
			case Maybe(inner): "maybe " + describe(inner);
		}
	}

	static function depth<T>(tree:Tree<T>):Int {
		return switch (tree) {
			case Leaf: 0;
			case Node(Leaf, _, Leaf): 1;
			case Node(l, _, r): 1 + (depth(l) > depth(r) ? depth(l) : depth(r));
		}
	}

	static function rotate<T>(tree:Tree<T>):Tree<T> {
		return switch (tree) {
			case Node(Node(a, x, b), y, c): Node(a, x, Node(b, y, c));
			case _: tree;
		}
	}

	static function balance(tree:Tree<Int>):String {
		return switch (tree) {
			case Node(Node(Node(_, a, _), b, _), c, _): 'left left $a $b $c';
			case Node(Node(_, a, Node(_, b, _)), c, _): 'left right $a $b $c';
			case Node(_, a, Node(Node(_, b, _), c, _)): 'right left $a $b $c';
			case Node(_, a, Node(_, b, Node(_, c, _))): 'right right $a $b $c';
			case Node(_, v, _): 'flat $v';
			case Leaf: "leaf";
		}
	}

	static function both(a:Result<Int, String>, b:Result<Int, String>):String {
		return switch [a, b] {
			case [Ok(x), Ok(y)]: "sum " + (x + y);
			case [Failed(e), Ok(n)] | [Ok(n), Failed(e)]: e + " but " + n;
			case [Failed("fatal"), _] | [_, Failed("fatal")]: "fatal";
			case [Failed(a), Failed(b)]: a + " and " + b;
		}
	}

	static function nested(value:Result<Result<Int, String>, Array<String>>):String {
		return switch (value) {
			case Ok(Ok(0)): "zero";
			case Ok(Ok(n)): "number " + n;
			case Ok(Failed(text)): "inner " + text;
			case Failed([]): "no reason";
			case Failed([reason]): "because " + reason;
			case Failed(reasons): reasons.join("+");
		}
	}

	static function main() {
		Sys.println(describe(Point));
		Sys.println(describe(Circle(0)));
		Sys.println(describe(Circle(-1)));
		Sys.println(describe(Circle(1.5)));
		Sys.println(describe(Circle(2.5)));
		Sys.println(describe(Circle(3)));
		Sys.println(describe(Rect(0, 5)));
		Sys.println(describe(Rect(5, 0)));
		Sys.println(describe(Rect(4, 4)));
		Sys.println(describe(Rect(1, 9)));
		Sys.println(describe(Rect(8, 1)));
		Sys.println(describe(Rect(2, 3)));
		Sys.println(describe(Group([])));
		Sys.println(describe(Group([Circle(7)])));
		Sys.println(describe(Group([Point, Point])));
		Sys.println(describe(Group([Circle(2), Circle(1)])));
		Sys.println(describe(Group([Circle(1), Circle(2)])));
		Sys.println(describe(Group([Circle(1), Point])));
		Sys.println(describe(Group([Point, Circle(1)])));
		Sys.println(describe(Group([Point, Point, Point])));
		Sys.println(describe(Named("", Rect(2, 2))));
		Sys.println(describe(Named("a", Named("b", Point))));
		Sys.println(describe(Named("a", Circle(9))));
		Sys.println(describe(Maybe()));
		Sys.println(describe(Maybe(Point)));
		Sys.println(describe(Maybe(Circle(4))));
		var small = Node(Leaf, 1, Leaf);
		var left = Node(Node(small, 2, Leaf), 3, Leaf);
		Sys.println(depth(Leaf));
		Sys.println(depth(small));
		Sys.println(depth(left));
		Sys.println(rotate(left));
		Sys.println(rotate(small));
		Sys.println(depth(rotate(left)));
		Sys.println(balance(left));
		Sys.println(balance(Node(Node(Leaf, 1, Node(Leaf, 2, Leaf)), 3, Leaf)));
		Sys.println(balance(Node(Leaf, 1, Node(Node(Leaf, 2, Leaf), 3, Leaf))));
		Sys.println(balance(Node(Leaf, 1, Node(Leaf, 2, Node(Leaf, 3, Leaf)))));
		Sys.println(balance(Node(Leaf, 5, Leaf)));
		Sys.println(balance(Leaf));
		Sys.println(both(Ok(1), Ok(2)));
		Sys.println(both(Failed("late"), Ok(2)));
		Sys.println(both(Ok(3), Failed("early")));
		Sys.println(both(Failed("a"), Failed("fatal")));
		Sys.println(both(Failed("fatal"), Failed("b")));
		Sys.println(both(Failed("a"), Failed("b")));
		Sys.println(nested(Ok(Ok(0))));
		Sys.println(nested(Ok(Ok(5))));
		Sys.println(nested(Ok(Failed("x"))));
		Sys.println(nested(Failed([])));
		Sys.println(nested(Failed(["y"])));
		Sys.println(nested(Failed(["y", "z"])));
	}
}
