package haxe;

import haxe.iterators.RestIterator;
import haxe.iterators.RestKeyValueIterator;

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

	public inline function iterator():RestIterator<T> {
		return new RestIterator<T>(...this);
	}

	public inline function keyValueIterator():RestKeyValueIterator<T> {
		return new RestKeyValueIterator<T>(...this);
	}

	public function toString():String {
		return this.toString();
	}
}
