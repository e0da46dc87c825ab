package haxe.iterators;

/** Steps through an array's positions and elements. **/
class ArrayKeyValueIterator<T> {
	final array:Array<T>;
	var current:Int = 0;

	public function new(array:Array<T>) {
		this.array = array;
	}

	public function hasNext():Bool {
		return current < array.length;
	}

	public function next():{key:Int, value:T} {
		var key = current++;
		return {key: key, value: array[key]};
	}
}
