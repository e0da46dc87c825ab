package haxe;

import haxe.iterators.DynamicAccessIterator;
import haxe.iterators.DynamicAccessKeyValueIterator;

/** A structure as a table from names to values of one type. **/
abstract DynamicAccess<T>(Dynamic<T>) from Dynamic<T> to Dynamic<T> {
	public inline function new() {
		this = {};
	}

	/** Null where there is no such field. **/
	@:arrayAccess public inline function get(key:String):Null<T> {
		return Reflect.field(this, key);
	}

	@:arrayAccess public inline function set(key:String, value:T):T {
		Reflect.setField(this, key, value);
		return value;
	}

	public inline function exists(key:String):Bool {
		return Reflect.hasField(this, key);
	}

	/** False where there was no such field. **/
	public inline function remove(key:String):Bool {
		return Reflect.deleteField(this, key);
	}

	/** The names, in the order in which the fields came. **/
	public inline function keys():Array<String> {
		return Reflect.fields(this);
	}

	/** A new structure with the same fields. **/
	public inline function copy():DynamicAccess<T> {
		return Reflect.copy(this);
	}

	public inline function iterator():DynamicAccessIterator<T> {
		return new DynamicAccessIterator(this);
	}

	public inline function keyValueIterator():DynamicAccessKeyValueIterator<T> {
		return new DynamicAccessKeyValueIterator(this);
	}
}
