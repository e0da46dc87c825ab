package haxe.ds;

/**
	A `Map` whose keys are enum values. Values of one constructor whose arguments are equal are one key; the order is that
	of the constructors, then of the arguments.
**/
@:hack
class EnumValueMap<K:EnumValue, V> extends Map<K, V> {
	var tree:EnumValueTree<K, V> = new EnumValueTree();

	override public function get(k:K):Null<V> {
		return tree.get(k);
	}

	override public function set(k:K, v:V):Void {
		tree.set(k, v);
	}

	override public function exists(k:K):Bool {
		return tree.exists(k);
	}

	override public function remove(k:K):Bool {
		return tree.remove(k);
	}

	override public function clear():Void {
		tree.clear();
	}

	override public function keys():Iterator<K> {
		return tree.keys();
	}

	override public function iterator():Iterator<V> {
		return tree.iterator();
	}

	override public function keyValueIterator():KeyValueIterator<K, V> {
		return tree.keyValueIterator();
	}

	override public function copy():EnumValueMap<K, V> {
		var result = new EnumValueMap<K, V>();
		for (key => value in tree) result.set(key, value);
		return result;
	}

	override public function toString():String {
		return tree.toString();
	}
}

private class EnumValueTree<K:EnumValue, V> extends BalancedTree<K, V> {
	override function compare(k1:K, k2:K):Int {
		return compareValues(k1, k2);
	}

	static function compareValues(a:EnumValue, b:EnumValue):Int {
		var order = Type.enumIndex(a) - Type.enumIndex(b);
		return order != 0 ? order : compareAll(Type.enumParameters(a), Type.enumParameters(b));
	}

	static function compareAll(a:Array<Dynamic>, b:Array<Dynamic>):Int {
		if (a.length != b.length) return a.length - b.length;
		for (i in 0...a.length) {
			var order = compareArguments(a[i], b[i]);
			if (order != 0) return order;
		}
		return 0;
	}

	static function compareArguments(a:Dynamic, b:Dynamic):Int {
		if (Reflect.isEnumValue(a) && Reflect.isEnumValue(b)) return compareValues(a, b);
		if (Std.isOfType(a, Array) && Std.isOfType(b, Array)) return compareAll(a, b);
		return Reflect.compare(a, b);
	}
}
