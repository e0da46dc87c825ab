/** Steps from `min` up to `max`, `max` left out; what `a...b` makes. **/
class IntIterator {
	var min:Int;
	final max:Int;

	public function new(min:Int, max:Int) {
		this.min = min;
		this.max = max;
	}

	public function hasNext():Bool {
		return min < max;
	}

	public function next():Int {
		return min++;
	}
}
