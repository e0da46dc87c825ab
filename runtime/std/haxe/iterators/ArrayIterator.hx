package haxe.iterators;

/** Steps through an array's elements; sees those added meanwhile. **/
class ArrayIterator<T> {
	final array:Array<T>;
	var current:Int = 0;

	public function new(array:Array<T>) {
		this.array = array;
	}

	public function hasNext():Bool {
		return current < array.length;
	}

	public function next():T {
		return array[current++];
	}
}
