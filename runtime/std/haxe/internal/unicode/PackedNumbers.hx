package haxe.internal.unicode;

/** Reads the numbers of `UnicodeTables`: base 36 with a sign, and one other character behind each. **/
class PackedNumbers {
	final text:String;
	var at:Int = 0;

	public function new(text:String) {
		this.text = text;
	}

	public function atEnd():Bool {
		return at >= text.length;
	}

	/** The next number; `otherwise` where no digit comes next. **/
	public function number(otherwise:Int):Int {
		var isNegative = code() == "-".code;
		if (isNegative) at++;
		if (digit() < 0) return otherwise;
		var value = 0;
		while (digit() >= 0) {
			value = value * 36 + digit();
			at++;
		}
		return isNegative ? -value : value;
	}

	/** The next character. **/
	public function letter():String {
		return text.charAt(at++);
	}

	function code():Int {
		return StringTools.fastCodeAt(text, at);
	}

	function digit():Int {
		var unit = code();
		if (unit >= "0".code && unit <= "9".code) return unit - "0".code;
		return unit >= "a".code && unit <= "z".code ? unit - "a".code + 10 : -1;
	}

	/** All numbers of a text in their order. **/
	public static function all(text:String):Array<Int> {
		var reader = new PackedNumbers(text);
		var numbers = [];
		while (!reader.atEnd()) {
			numbers.push(reader.number(0));
			reader.letter();
		}
		return numbers;
	}
}
