package haxe.ds;

import haxe.Constraints.IMap;

/**
	A table from keys to values that keeps the order of insertion. Numbers and strings are keys by value, everything
	else by identity.

	`new Map<K, V>()` makes the map for keys of type `K`: a `StringMap`, `IntMap`, `EnumValueMap` or `ObjectMap`.

	Entries stand in three parallel arrays in the order they came; `buckets` holds the number of each chain's first
	entry plus one, `links` the next one's. A removed entry has the link `REMOVED` until the table is packed.
**/
class Map<K, V> implements IMap<K, V> {
	static inline final REMOVED = -1;
	static inline final END = 0;

	var entryKeys:Array<K> = [];
	var entryValues:Array<V> = [];
	var entryHashes:Array<Int> = [];
	var links:Array<Int> = [];
	var buckets:Array<Int> = [];
	var count:Int = 0;

	@:intrinsic("dyn.hash") static function hashOf(key:Dynamic):Int;

	public function new() {
		buckets.resize(8);
	}

	public function get(k:K):Null<V> {
		var entry = find(k);
		return entry < 0 ? null : entryValues[entry];
	}

	public function set(k:K, v:V):Void {
		var entry = find(k);
		if (entry >= 0) {
			entryValues[entry] = v;
		} else {
			add(k, v);
		}
	}

	public function exists(k:K):Bool {
		return find(k) >= 0;
	}

	public function remove(k:K):Bool {
		var hash = mix(hashOf(k));
		var bucket = hash & (buckets.length - 1);
		var previous = -1;
		var link = buckets[bucket];
		while (link != END) {
			var entry = link - 1;
			if (entryHashes[entry] == hash && entryKeys[entry] == k) {
				if (previous < 0) buckets[bucket] = links[entry] else links[previous] = links[entry];
				forget(entry);
				return true;
			}
			previous = entry;
			link = links[entry];
		}
		return false;
	}

	public function clear():Void {
		entryKeys.resize(0);
		entryValues.resize(0);
		entryHashes.resize(0);
		links.resize(0);
		count = 0;
		for (i in 0...buckets.length) buckets[i] = END;
	}

	public function keys():Iterator<K> {
		return new MapIterator<K, V, K>(this, entry -> entryKeys[entry]);
	}

	public function iterator():Iterator<V> {
		return new MapIterator<K, V, V>(this, entry -> entryValues[entry]);
	}

	public function keyValueIterator():KeyValueIterator<K, V> {
		return new MapIterator<K, V, {key:K, value:V}>(this, entry -> {key: entryKeys[entry], value: entryValues[entry]});
	}

	public function copy():Map<K, V> {
		var result = new Map<K, V>();
		result.addAll(this);
		return result;
	}

	/** Adds the entries of another map, all of them new here. **/
	function addAll(other:Map<K, V>):Void {
		for (entry in 0...other.links.length) {
			if (other.links[entry] != REMOVED) add(other.entryKeys[entry], other.entryValues[entry]);
		}
	}

	public function toString():String {
		var parts:Array<String> = [];
		for (entry in 0...links.length) {
			if (links[entry] != REMOVED) parts.push(Std.string(entryKeys[entry]) + " => " + Std.string(entryValues[entry]));
		}
		return "[" + parts.join(", ") + "]";
	}

	/** The first live entry at or after `entry`, or -1. **/
	@:allow(MapIterator)
	function nextEntry(entry:Int):Int {
		while (entry < links.length) {
			if (links[entry] != REMOVED) return entry;
			entry++;
		}
		return -1;
	}

	function find(k:K):Int {
		var hash = mix(hashOf(k));
		var link = buckets[hash & (buckets.length - 1)];
		while (link != END) {
			var entry = link - 1;
			if (entryHashes[entry] == hash && entryKeys[entry] == k) return entry;
			link = links[entry];
		}
		return -1;
	}

	/** Neighbouring integers and short strings would crowd the low bits that choose the bucket. **/
	static function mix(hash:Int):Int {
		return hash ^ (hash >>> 16) ^ (hash >>> 7);
	}

	function add(k:K, v:V):Void {
		if (links.length >= buckets.length) pack(count * 2 > buckets.length ? buckets.length * 2 : buckets.length);
		append(k, v, mix(hashOf(k)));
	}

	function append(k:K, v:V, hash:Int):Void {
		var bucket = hash & (buckets.length - 1);
		entryKeys.push(k);
		entryValues.push(v);
		entryHashes.push(hash);
		links.push(buckets[bucket]);
		buckets[bucket] = links.length;
		count++;
	}

	function forget(entry:Int):Void {
		links[entry] = REMOVED;
		entryKeys[entry] = cast null;
		entryValues[entry] = cast null;
		count--;
	}

	/** Drops the removed entries and spreads the rest over `size` buckets. **/
	function pack(size:Int):Void {
		var oldKeys = entryKeys;
		var oldValues = entryValues;
		var oldHashes = entryHashes;
		var oldLinks = links;
		entryKeys = [];
		entryValues = [];
		entryHashes = [];
		links = [];
		buckets = [];
		buckets.resize(size);
		count = 0;
		for (entry in 0...oldLinks.length) {
			if (oldLinks[entry] != REMOVED) append(oldKeys[entry], oldValues[entry], oldHashes[entry]);
		}
	}
}

/** Steps through a map's live entries, showing of each what `view` picks. **/
private class MapIterator<K, V, R> {
	final map:Map<K, V>;
	final view:Int->R;
	var entry:Int;

	public function new(map:Map<K, V>, view:Int->R) {
		this.map = map;
		this.view = view;
		entry = map.nextEntry(0);
	}

	public function hasNext():Bool {
		return entry >= 0;
	}

	public function next():R {
		var current = entry;
		entry = map.nextEntry(entry + 1);
		return view(current);
	}
}
