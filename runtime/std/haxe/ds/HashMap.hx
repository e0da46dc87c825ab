package haxe.ds;

import haxe.iterators.HashMapKeyValueIterator;

/** A table whose keys say themselves which of them are one: those with the same `hashCode()`. **/
abstract HashMap<K:{function hashCode():Int;}, V>(HashMapData<K, V>) {
	public inline function new() {
		this = new HashMapData();
	}

	@:arrayAccess public inline function set(k:K, v:V):V {
		this.keys.set(k.hashCode(), k);
		this.values.set(k.hashCode(), v);
		return v;
	}

	@:arrayAccess public inline function get(k:K):Null<V> {
		return this.values.get(k.hashCode());
	}

	public inline function exists(k:K):Bool {
		return this.values.exists(k.hashCode());
	}

	public inline function remove(k:K):Bool {
		this.values.remove(k.hashCode());
		return this.keys.remove(k.hashCode());
	}

	public inline function keys():Iterator<K> {
		return this.keys.iterator();
	}

	public function copy():HashMap<K, V> {
		var result = new HashMapData<K, V>();
		result.keys = this.keys.copy();
		result.values = this.values.copy();
		return cast result;
	}

	public inline function iterator():Iterator<V> {
		return this.values.iterator();
	}

	public inline function keyValueIterator():HashMapKeyValueIterator<K, V> {
		return new HashMapKeyValueIterator(cast this);
	}

	public inline function clear():Void {
		this.keys.clear();
		this.values.clear();
	}
}

private class HashMapData<K:{function hashCode():Int;}, V> {
	public var keys:IntMap<K> = new IntMap();
	public var values:IntMap<V> = new IntMap();

	public function new() {}
}
