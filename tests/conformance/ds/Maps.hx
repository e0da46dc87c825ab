import haxe.Constraints.IMap;
import haxe.ds.BalancedTree;
import haxe.ds.EnumValueMap;
import haxe.ds.HashMap;
import haxe.ds.IntMap;
import haxe.ds.ObjectMap;
import haxe.ds.StringMap;

/** The maps of `haxe.ds` by their own names, and what they share. **/
class Maps {
	static function main() {
		classes();
		sharedInterface(new StringMap());
		sharedInterface(new BalancedTree());
		enumKeys();
		trees();
		hashMaps();
		objects();
		copies();
	}

	static function classes() {
		Sys.println(Std.isOfType(new Map<String, Int>(), StringMap));
		Sys.println(Std.isOfType(new Map<Int, Int>(), IntMap));
		Sys.println(Std.isOfType(new Map<Maps, Int>(), ObjectMap));
		Sys.println(Std.isOfType(new Map<{}, Int>(), ObjectMap));
		Sys.println(Std.isOfType(new Map<Shape, Int>(), EnumValueMap));
		Sys.println(Std.isOfType(["a" => 1], StringMap));
		Sys.println(Std.isOfType([for (i in 0...2) i => i], IntMap));
		Sys.println(Std.isOfType(new Map<Name, Int>(), StringMap));
		Sys.println(Std.isOfType([1 => 1], StringMap));
		Sys.println(Type.getClassName(Type.getClass(new StringMap<Int>())));
		var guessed = new Map();
		guessed.set("k", true);
		Sys.println(Std.isOfType(guessed, StringMap));
		Sys.println(Std.isOfType(guessed, IMap));
	}

	static function sharedInterface(map:IMap<String, Int>) {
		Sys.println(map.exists("b"));
		map.set("b", 2);
		map.set("a", 1);
		map.set("b", 3);
		Sys.println(map.get("b"));
		Sys.println(map.get("z"));
		var keys = [for (k in map.keys()) k];
		keys.sort(Reflect.compare);
		Sys.println(keys);
		var pairs = [for (k => v in map) k + v];
		pairs.sort(Reflect.compare);
		Sys.println(pairs);
		var copy = map.copy();
		Sys.println(map.remove("b"));
		Sys.println(map.remove("b"));
		Sys.println(pairsOf(map));
		Sys.println(copy.exists("b"));
		map.clear();
		Sys.println(pairsOf(map));
	}

	static function enumKeys() {
		var map = new Map<Shape, String>();
		map[Rect(2, 3)] = "rect";
		map[Dot] = "dot";
		map[Rect(1, 9)] = "thin";
		map[Named("b", Dot)] = "named";
		map[Rect(2, 3)] = "again";
		Sys.println(pairsOf(map));
		Sys.println(map[Rect(2, 3)]);
		Sys.println(map[Named("b", Dot)]);
		Sys.println(map[Named("b", Rect(0, 0))]);
		Sys.println(map.exists(Dot));
		Sys.println(map.remove(Rect(1, 9)));
		Sys.println(map.remove(Rect(1, 9)));
		Sys.println([for (k in map.keys()) k]);
		Sys.println([for (v in map) v]);
		Sys.println([for (k => v in map) '$k=$v']);
		Sys.println(pairsOf([Dot => 1, Rect(1, 1) => 2]));
		var many = new Map<Shape, Int>();
		many.set(Many([1, 2]), 1);
		many.set(Many([1, 2]), 2);
		many.set(Many([1]), 3);
		Sys.println(pairsOf(many));
		var copy = many.copy();
		many.clear();
		Sys.println(copy.exists(Many([1])) + " " + many.exists(Many([1])));
	}

	static function trees() {
		var tree = new BalancedTree<Int, String>();
		for (i in 0...64) tree.set((i * 37) % 64, "v" + i);
		Sys.println([for (k in tree.keys()) k].length);
		var ascending = true;
		var last = -1;
		for (k in tree.keys()) {
			if (k <= last) ascending = false;
			last = k;
		}
		Sys.println(ascending);
		for (i in 0...60) tree.remove(i);
		Sys.println(pairsOf(tree));
		Sys.println(tree.get(61));
		Sys.println(tree.get(5));
		Sys.println([for (v in tree) v]);
		var backwards = new Backwards();
		for (i in 0...5) backwards.set(i, i * i);
		Sys.println(pairsOf(backwards));
	}

	static function hashMaps() {
		var map = new HashMap<Cell, String>();
		map[new Cell(1, 2)] = "a";
		map.set(new Cell(3, 4), "b");
		map[new Cell(1, 2)] = "c";
		Sys.println(map[new Cell(1, 2)]);
		Sys.println(map.get(new Cell(9, 9)));
		Sys.println(map.exists(new Cell(3, 4)));
		var copy = map.copy();
		Sys.println(map.remove(new Cell(3, 4)));
		Sys.println(map.remove(new Cell(3, 4)));
		Sys.println([for (k => v in map) k.x + v]);
		Sys.println([for (k in map.keys()) k.y]);
		Sys.println([for (v in map) v]);
		Sys.println(copy.exists(new Cell(3, 4)));
		map.clear();
		Sys.println(map.exists(new Cell(1, 2)));
	}

	static function objects() {
		var a = {name: "a"};
		var b = {name: "a"};
		var map = new ObjectMap<{name:String}, Int>();
		map.set(a, 1);
		Sys.println(map.get(a));
		Sys.println(map.exists(b));
		map.set(b, 2);
		Sys.println([for (v in map) v].length);
		Sys.println(map.remove(a));
		Sys.println([for (k => v in map) k.name + v]);
	}

	static function pairsOf<K, V>(map:IMap<K, V>):String {
		return [for (key => value in map) '$key: $value'].join("; ");
	}

	static function copies() {
		var ints:IntMap<String> = new IntMap();
		ints.set(1, "one");
		var copy:IntMap<String> = ints.copy();
		copy.set(2, "two");
		Sys.println(pairsOf(ints));
		Sys.println([for (k in copy.keys()) k].length);
		var general:Map<Int, String> = copy;
		general[3] = "three";
		Sys.println(copy.get(3));
		var literal:StringMap<Int> = ["a" => 1];
		Sys.println(literal.get("a"));
		var seen:Map<String, Int> = literal;
		var again:StringMap<Int> = seen;
		Sys.println(again == literal);
		var comprehended:IntMap<String> = [for (i in 0...3) i => "v" + i];
		Sys.println(comprehended.get(2));
		var none:Map<String, Int> = null;
		Sys.println(none);
	}
}

enum Shape {
	Dot;
	Rect(w:Int, h:Int);
	Named(name:String, of:Shape);
	Many(all:Array<Int>);
}

abstract Name(String) from String {}

class Cell {
	public final x:Int;
	public final y:Int;

	public function new(x, y) {
		this.x = x;
		this.y = y;
	}

	public function hashCode():Int {
		return x * 31 + y;
	}
}

class Backwards extends BalancedTree<Int, Int> {
	override function compare(a:Int, b:Int):Int {
		return b - a;
	}
}
