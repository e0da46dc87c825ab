package haxe.ds;

/** A `Map` whose keys are objects, told apart by identity. **/
@:hack
class ObjectMap<K:{}, V> extends Map<K, V> {
	override public function copy():ObjectMap<K, V> {
		var result = new ObjectMap<K, V>();
		result.addAll(this);
		return result;
	}
}
