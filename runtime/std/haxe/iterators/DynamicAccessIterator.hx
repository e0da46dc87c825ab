package haxe.iterators;

import haxe.DynamicAccess;

/** Steps through the values of a structure's fields. **/
class DynamicAccessIterator<T> {
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

	public function next():T {
		return cast access.get(keys[current++]);
	}
}
