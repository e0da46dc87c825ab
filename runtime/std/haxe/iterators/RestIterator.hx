package haxe.iterators;

/** Steps through the arguments that a rest parameter took. **/
class RestIterator<T> {
	final args:Rest<T>;
	var current:Int = 0;

	public function new(args:Rest<T>) {
		this.args = args;
	}

	public function hasNext():Bool {
		return current < args.length;
	}

	public function next():T {
		return args[current++];
	}
}
