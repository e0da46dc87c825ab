class Box<T> {
	public var value:T;

	public function new(value:T) {
		this.value = value;
	}

	public function get():T {
		return value;
	}

	public function map<U>(change:T->U):Box<U> {
		return new Box<U>(change(value));
	}

	public function with(other:T):Box<T> {
		var before = new Box(value);
		value = other;
		return before;
	}
}
