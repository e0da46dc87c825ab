package haxe;

import haxe.iterators.ArrayIterator;
import haxe.iterators.ArrayKeyValueIterator;

/** The arguments that a `...name:T` parameter takes together. **/
abstract Rest<T>(Array<T>) {
	/** The number of arguments. **/
	public var length(get, never):Int;

	inline function get_length():Int {
		return this.length;
	}

	@:from public static function of<T>(array:Array<T>):Rest<T> {
		return new Rest(array.copy());
	}

	inline function new(array:Array<T>) {
		this = array;
	}

	@:arrayAccess inline function get(index:Int):T {
		return this[index];
	}

	/** The arguments in an array of their own. **/
	@:to public function toArray():Array<T> {
		return this.copy();
	}

	/** These arguments and one more. **/
	public function append(item:T):Rest<T> {
		var result = this.copy();
		result.push(item);
		return new Rest(result);
	}

	/** One more argument, then these. **/
	public function prepend(item:T):Rest<T> {
		var result = this.copy();
		result.unshift(item);
		return new Rest(result);
	}

	public inline function iterator():ArrayIterator<T> {
		return this.iterator();
	}

	public inline function keyValueIterator():ArrayKeyValueIterator<T> {
		return this.keyValueIterator();
	}

	public function toString():String {
		return this.toString();
	}
}
