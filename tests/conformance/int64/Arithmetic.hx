import haxe.Int64;

class Arithmetic {
	static function show(label:String, x:Int64):Void {
		Sys.println(label + " " + Int64.toStr(x) + " " + StringTools.hex(x.high, 8) + StringTools.hex(x.low, 8));
	}

	static function main():Void {
		var max = Int64.make(0x7FFFFFFF, 0xFFFFFFFF);
		var min = Int64.make(0x80000000, 0);
		var big = Int64.make(0x01234567, 0x89ABCDEF);
		var small:Int64 = 1000;
		var negative = Int64.ofInt(-12345);
		show("max", max);
		show("min", min);
		show("big", big);
		show("negative", negative);

		show("big + small", big + small);
		show("big - small", big - small);
		show("big + -big", big + -big);
		show("max + 1", max + 1);
		show("1 + max", 1 + max);
		show("min - 1", min - 1);
		show("5 - big", 5 - big);
		show("carry", Int64.make(0, 0xFFFFFFFF) + Int64.make(0, 1));
		show("borrow", Int64.make(1, 0) - Int64.make(0, 1));
		show("-min", -min);
		show("-zero", -Int64.ofInt(0));
		show("-low zero", -Int64.make(5, 0));

		show("big * small", big * small);
		show("big * big", big * big);
		show("small * -3", small * -3);
		show("-3 * small", -3 * small);
		show("max * max", max * max);
		show("min * -1", min * -1);
		show("words", Int64.make(0, 0xFFFFFFFF) * Int64.make(0, 0xFFFFFFFF));
		show("halves", Int64.make(0, 0x10000) * Int64.make(0, 0x10000));

		show("big / small", big / small);
		show("big % small", big % small);
		show("big / negative", big / negative);
		show("big % negative", big % negative);
		show("negative / 100", negative / 100);
		show("negative % 100", negative % 100);
		show("100000 / small", 100000 / small);
		show("100001 % small", 100001 % small);
		show("max / big", max / big);
		show("max % big", max % big);
		show("min / -1", min / -1);
		show("min % -1", min % -1);
		show("min / 2", min / 2);
		show("min / min", min / min);
		show("max / min", max / min);
		show("max % min", max % min);
		show("small / big", small / big);
		show("2^53 - 1 / 3", Int64.make(0x1FFFFF, 0xFFFFFFFF) / 3);
		show("2^53 - 1 % 3", Int64.make(0x1FFFFF, 0xFFFFFFFF) % 10);
		for (divisor in [1, 2, 3, 7, 10, 1000003]) show("max / " + divisor, max / divisor);
		var both = Int64.divMod(negative, 1000);
		show("quotient", both.quotient);
		show("modulus", both.modulus);
		for (action in [() -> big / 0, () -> big % 0, () -> Int64.divMod(big, 0).quotient]) {
			try {
				show("divided", action());
			} catch (e:String) {
				Sys.println(e);
			}
		}

		show("and", big & Int64.make(0x00FF00FF, 0xFF00FF00));
		show("or", big | Int64.make(0x00FF00FF, 0xFF00FF00));
		show("xor", big ^ Int64.ofInt(-1));
		show("not", ~big);
		for (count in [0, 1, 4, 31, 32, 33, 63, 64, 65, -1]) {
			show("<< " + count, big << count);
			show(">> " + count, -big >> count);
			show(">>> " + count, -big >>> count);
		}

		var x:Int64 = 5;
		x += 3;
		x -= 10;
		x *= 7;
		show("assigned", x);
		x /= 2;
		x %= 4;
		show("assigned", x);
		x <<= 40;
		x >>= 3;
		x >>>= 1;
		show("assigned", x);
		x |= 255;
		x &= 0xFFFF;
		x ^= 1;
		show("assigned", x);
		var y = x++;
		show("x", x);
		show("y", y);
		show("++x", ++x);
		show("--x", --x);
		show("x--", x--);
		show("x", x);
		x = max;
		x++;
		show("wrapped", x);
		var array:Array<Int64> = [1, 2];
		array[0] += 5;
		array[1]++;
		show("element", array[0]);
		show("element", array[1]);
	}
}
