package haxe.ds;

/**
	A `Map` whose keys are objects. No mode can tell that a key is used nowhere else, so entries stay until they are
	removed.
**/
class WeakMap<K:{}, V> extends ObjectMap<K, V> {
	override public function copy():WeakMap<K, V> {
		var result = new WeakMap<K, V>();
		result.addAll(this);
		return result;
	}
}
