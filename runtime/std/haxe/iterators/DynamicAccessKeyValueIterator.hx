package haxe.iterators;

import haxe.DynamicAccess;

/** Steps through the names and values of a structure's fields. **/
class DynamicAccessKeyValueIterator<T> {
	final access:DynamicAccess<T>;
	final keys:Array<String>;
	var current:Int = 0;

	public function new(access:DynamicAccess<T>) {
		this.access = access;
		keys = access.keys();
	}

	public function hasNext():Bool {
		return current < keys.length;
	}

	public function next():{key:String, value:T} {
		var key = keys[current++];
		return {key: key, value: cast access.get(key)};
	}
}
