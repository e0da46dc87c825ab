/** An iterator that counts up in growing steps. **/
class Steps {
	var at:Int;
	var left:Int;

	public function new(from:Int, count:Int) {
		at = from;
		left = count;
	}

	public function hasNext():Bool {
		return left > 0;
	}

	public function next():Int {
		left--;
		at += 1 + at;
		return at;
	}
}
