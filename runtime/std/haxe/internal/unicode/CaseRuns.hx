package haxe.internal.unicode;

/** Letters that map to their counterparts by adding a number: runs of them, ordered by the first letter. **/
class CaseRuns {
	/** First letter, last letter, step and difference of each run. **/
	final runs:Array<Int> = [];

	public function new(packed:String) {
		var numbers = PackedNumbers.all(packed);
		var i = 0;
		while (i < numbers.length) {
			var first = numbers[i];
			var step = numbers[i + 2];
			runs.push(first);
			runs.push(first + (numbers[i + 1] - 1) * step);
			runs.push(step);
			runs.push(numbers[i + 3]);
			i += 4;
		}
	}

	/** The counterpart; the code point itself where it has none. **/
	public function map(code:Int):Int {
		var low = 0;
		var high = runs.length >> 2;
		while (low < high) {
			var middle = (low + high) >> 1;
			if (runs[middle << 2] <= code) low = middle + 1 else high = middle;
		}
		return low == 0 ? code : mapIn((low - 1) << 2, code);
	}

	function mapIn(run:Int, code:Int):Int {
		var isInside = code <= runs[run + 1] && (code - runs[run]) % runs[run + 2] == 0;
		return isInside ? code + runs[run + 3] : code;
	}
}
