// since: 4.3
import haxe.ds.BalancedTree;

/** Maps as text. **/
class MapText {
	static function main() {
		Sys.println(["a" => 1, "b" => 2].toString());
		Sys.println([1 => "one"]);
		Sys.println(new Map<String, Int>());
		Sys.println([Red => [1, 2], Green => []]);
		var tree = new BalancedTree<String, Null<Int>>();
		Sys.println(tree.toString());
		tree.set("z", null);
		tree.set("b", 1);
		Sys.println(tree);
		var nested = ["x" => ["y" => 1.5]];
		Sys.println('$nested');
		Sys.println("map: " + nested["x"]);
	}
}

enum Colour {
	Red;
	Green;
}
