package haxe.ds;

/** A `Map` whose keys are `Int`. **/
@:hack
class IntMap<V> extends Map<Int, V> {
	override public function copy():IntMap<V> {
		var result = new IntMap<V>();
		result.addAll(this);
		return result;
	}
}
