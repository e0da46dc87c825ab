import haxe.Int64;

/** Prints every operation on pairs of numbers of all sizes, a line a pair; the test computes them with BigInt. **/
class RandomPairs {
	static var state = 12345;

	static function bits():Int {
		state = state * 1103515245 + 12345;
		var high = state >>> 16;
		state = state * 1103515245 + 12345;
		return (high << 16) ^ (state >>> 8);
	}

	static function number():Int64 {
		var form = bits() & 7;
		var high = bits();
		var low = bits();
		return switch (form) {
			case 0: Int64.ofInt(low);
			case 1: Int64.make(0, low);
			case 2: Int64.make(high >> 11, low);
			case 3: Int64.make(high >> 20, low);
			case 4: Int64.make(-1, low);
			case 5: Int64.ofInt(low >> 24);
			default: Int64.make(high, low);
		}
	}

	static function main():Void {
		var out = new StringBuf();
		for (i in 0...2000) {
			var a = number();
			var b = number();
			var count = bits() & 127;
			var quotient = Int64.isZero(b) ? "none none" : (a / b) + " " + (a % b);
			var shifted = (a << count) + " " + (a >> count) + " " + (a >>> count);
			out.add('$a $b $count ${a + b} ${a - b} ${a * b} $quotient $shifted ${-a} ${~a} ');
			out.add(Int64.compare(a, b) + " " + Int64.ucompare(a, b) + " " + Int64.parseString(Int64.toStr(a)) + "\n");
		}
		Sys.print(out.toString());
	}
}
