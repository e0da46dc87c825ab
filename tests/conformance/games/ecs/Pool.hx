package ecs;

/** What a world needs of a pool without knowing its components. **/
interface AnyPool {
	final name:String;
	var size(get, never):Int;
	function discard(entity:Entity):Bool;
}

/**
	The components of one type as a sparse set: values lie side by side in the order they came, and a table leads from an
	entity's index to its place. Removing moves the last value into the gap.
**/
class Pool<T> implements AnyPool {
	public final name:String;
	public var size(get, never):Int;

	final places:Array<Int> = [];
	final owners:Array<Entity> = [];
	final values:Array<T> = [];

	public function new(name:String) {
		this.name = name;
	}

	inline function get_size():Int {
		return values.length;
	}

	public function has(entity:Entity):Bool {
		return placeOf(entity) >= 0;
	}

	public function get(entity:Entity):Null<T> {
		var place = placeOf(entity);
		return place < 0 ? null : values[place];
	}

	/** Replaces the entity's component if it has one. **/
	public function set(entity:Entity, value:T):Void {
		var place = placeOf(entity);
		if (place >= 0) {
			values[place] = value;
			return;
		}
		while (places.length <= entity.index) places.push(-1);
		places[entity.index] = values.length;
		owners.push(entity);
		values.push(value);
	}

	public function discard(entity:Entity):Bool {
		var place = placeOf(entity);
		if (place < 0) return false;
		var last = values.length - 1;
		values[place] = values[last];
		owners[place] = owners[last];
		places[owners[place].index] = place;
		places[entity.index] = -1;
		values.resize(last);
		owners.resize(last);
		return true;
	}

	public function keyValueIterator():KeyValueIterator<Entity, T> {
		var next = 0;
		return {
			hasNext: () -> next < values.length,
			next: () -> {
				var place = next++;
				{key: owners[place], value: values[place]};
			}
		};
	}

	function placeOf(entity:Entity):Int {
		var place = entity.index < places.length ? places[entity.index] : -1;
		return place >= 0 && owners[place] == entity ? place : -1;
	}
}
