enum Tree {
	Leaf(v:Int);
	Node(l:Tree, r:Tree);
}
class BindsVariables {
	static function depth(t:Tree):Int
		return switch (t) {
			case Leaf(_): 1;
			case Node(l, r):
				var a = depth(l);
				var b = depth(r);
				1 + (a > b ? a : b);
		}
	static function first(t:Tree):String
		return switch (t) {
			case whole = Node(Leaf(v), _): whole + " starts with " + v;
			case Node(l, _): first(l);
			case Leaf(v): "leaf " + v;
		}
	static function main() {
		var t = Node(Node(Leaf(1), Leaf(2)), Leaf(3));
		Sys.println(depth(t));
		Sys.println(first(t));
		Sys.println(first(Leaf(9)));
		var fs = [];
		for (x in [Leaf(1), Leaf(2)])
			switch (x) {
				case Leaf(v): fs.push(() -> v * 10);
				case _:
			}
		for (f in fs) Sys.println(f());
	}
}
