/** Something to iterate over. **/
class Countdown {
	final from:Int;
	final count:Int;

	public function new(from:Int, count:Int) {
		this.from = from;
		this.count = count;
	}

	public function iterator():Iterator<Int> {
		var at = from + count;
		return {
			hasNext: () -> at > from,
			next: () -> at--
		};
	}
}
