package haxe.iterators;

/** Steps through the positions and values of the arguments that a rest parameter took. **/
class RestKeyValueIterator<T> {
	final args:Rest<T>;
	var current:Int = 0;

	public function new(args:Rest<T>) {
		this.args = args;
	}

	public function hasNext():Bool {
		return current < args.length;
	}

	public function next():{key:Int, value:T} {
		return {key: current, value: args[current++]};
	}
}
