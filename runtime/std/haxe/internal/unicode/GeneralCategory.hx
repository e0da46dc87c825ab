package haxe.internal.unicode;

/**
	The general category of code points, such as "Lu" for capital letters. The table is unpacked as far as the code
	points asked for reach, so that text in one script costs little.
**/
class GeneralCategory {
	static final packed = new PackedNumbers(UnicodeTables.RUNS);

	/** Where each run of one category starts, and its category as an index. **/
	static final starts:Array<Int> = [];

	static final categories:Array<Int> = [];
	static var end:Int = 0;

	/** Two letters. **/
	public static function of(code:Int):String {
		unpackTo(code);
		var low = 0;
		var high = starts.length;
		while (high - low > 1) {
			var middle = (low + high) >> 1;
			if (starts[middle] <= code) low = middle else high = middle;
		}
		return UnicodeTables.CATEGORIES.substr(categories[low] * 2, 2);
	}

	/** Is the code point of the category, or of the group of categories that one letter names? **/
	public static function isIn(code:Int, name:String):Bool {
		var category = of(code);
		return category == name || name.length == 1 && category.charAt(0) == name;
	}

	static function unpackTo(code:Int):Void {
		while (end <= code && !packed.atEnd()) {
			starts.push(end);
			categories.push(UnicodeTables.LETTERS.indexOf(packed.letter()));
			end += packed.number(1);
		}
	}
}
