package haxe.iterators;

import haxe.ds.HashMap;

/** Steps through a hash map's keys with their values. **/
class HashMapKeyValueIterator<K:{function hashCode():Int;}, V> {
	final map:HashMap<K, V>;
	final keys:Iterator<K>;

	public function new(map:HashMap<K, V>) {
		this.map = map;
		keys = map.keys();
	}

	public function hasNext():Bool {
		return keys.hasNext();
	}

	public function next():{key:K, value:V} {
		var key = keys.next();
		return {key: key, value: cast map.get(key)};
	}
}
