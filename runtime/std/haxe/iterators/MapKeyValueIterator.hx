package haxe.iterators;

import haxe.Constraints.IMap;

/** Steps through a map's keys with their values. **/
class MapKeyValueIterator<K, V> {
	final map:IMap<K, V>;
	final keys:Iterator<K>;

	public function new(map:IMap<K, V>) {
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
