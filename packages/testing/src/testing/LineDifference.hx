package testing;

/** Two texts of several lines, side by side: what is expected only with a minus, what was found only with a plus. **/
class LineDifference {
	/** By the longest common subsequence of lines, in time and memory that grow with the product of their numbers. **/
	public static function between(expected:String, found:String):Array<String> {
		var left = expected.split("\n");
		var right = found.split("\n");
		var common = commonLengths(left, right);
		var lines:Array<String> = [];
		var row = 0;
		var column = 0;
		while (row < left.length || column < right.length) {
			if (row < left.length && column < right.length && left[row] == right[column]) {
				lines.push('  ${left[row++]}');
				column++;
			} else if (column == right.length || (row < left.length && common[row + 1][column] >= common[row][column + 1])) {
				lines.push('- ${left[row++]}');
			} else {
				lines.push('+ ${right[column++]}');
			}
		}
		return lines;
	}

	/** Of what is left from each pair of lines on. **/
	static function commonLengths(left:Array<String>, right:Array<String>):Array<Array<Int>> {
		var lengths = [for (_ in 0...left.length + 1) [for (_ in 0...right.length + 1) 0]];
		for (row in 1 - left.length...1) {
			for (column in 1 - right.length...1) {
				lengths[-row][-column] = left[-row] == right[-column] ? lengths[1 - row][1 - column] + 1 : larger(lengths[1 - row][-column],
					lengths[-row][1 - column]);
			}
		}
		return lengths;
	}

	static function larger(left:Int, right:Int):Int {
		return left > right ? left : right;
	}
}
