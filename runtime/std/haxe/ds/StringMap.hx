package haxe.ds;

/** A `Map` whose keys are `String`. **/
@:hack
class StringMap<V> extends Map<String, V> {
	override public function copy():StringMap<V> {
		var result = new StringMap<V>();
		result.addAll(this);
		return result;
	}
}
