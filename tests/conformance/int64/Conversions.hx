import haxe.Int32;
import haxe.Int64;

class Conversions {
	static function attempt(label:String, action:() -> Int64):Void {
		try {
			Sys.println(label + ": " + Int64.toStr(action()));
		} catch (e:String) {
			Sys.println(label + ": " + e);
		}
	}

	static function main():Void {
		for (text in [
			"0", "1", "-1", " -12 ", "123456789012345678", "9223372036854775807", "-9223372036854775808", "007", "", "-",
			"9223372036854775808", "-9223372036854775809", "99999999999999999999", "1x", "+5", "1.5", "1 2", "0x10"
		]) {
			attempt("parse [" + text + "]", () -> Int64.parseString(text));
		}
		for (f in [
			0.0, -0.0, 1.9, -1.9, 4294967296.0, -4294967297.5, 1e15, 9007199254740991.0, -9007199254740991.0, 9007199254740992.0,
			-9007199254740992.0, 1e300, Math.POSITIVE_INFINITY, Math.NaN
		]) {
			attempt("float", () -> Int64.fromFloat(f));
		}
		attempt("same", () -> Int64.ofInt(-7).copy());
		for (x in [Int64.ofInt(7), Int64.ofInt(-7), Int64.make(0, 0x80000000), Int64.make(-1, 0x7FFFFFFF), Int64.make(1, 0)]) {
			try {
				Sys.println(Int64.toInt(x));
			} catch (e:String) {
				Sys.println(e);
			}
		}
		var x = Int64.make(3, -4);
		Sys.println(x.high + " " + x.low);
		Sys.println("text " + x + ' and $x');
		Sys.println(Std.string(x));
		var dynamicly:Dynamic = x;
		Sys.println([Int64.isInt64(dynamicly), Int64.isInt64(3), Int64.isInt64(null), Int64.isInt64("3")].join(" "));
		Sys.println(Int64.isNeg(x) + " " + Int64.isNeg(-x) + " " + Int64.isZero(x) + " " + Int64.isZero(0));

		var one:Int64 = 1;
		var two:Int64 = 2;
		Sys.println([one < two, one <= two, one > two, one >= two, one == two, one != two].join(" "));
		Sys.println([one < 1, one <= 1, one > 1, one >= 1, one == 1, one != 1].join(" "));
		Sys.println([1 < two, 1 <= two, 1 > two, 1 >= two, 1 == two, 1 != two].join(" "));
		Sys.println(Int64.ofInt(3) == Int64.ofInt(3));
		Sys.println([Int64.compare(1, 2), Int64.compare(2, 1), Int64.compare(2, 2)].map(sign).join(" "));
		Sys.println([Int64.compare(-1, 1), Int64.ucompare(-1, 1), Int64.ucompare(1, -1)].map(sign).join(" "));
		Sys.println([Int64.compare(Int64.make(1, 0), Int64.make(0, -1)), Int64.compare(Int64.make(1, -1), Int64.make(1, 1))].map(sign).join(" "));
		Sys.println([Int64.ucompare(Int64.make(-1, 0), Int64.make(-1, -1))].map(sign).join(" "));

		var byName = new Map<String, Int64>();
		byName["a"] = 5;
		byName["b"] = Int64.make(1, 0);
		Sys.println(Int64.toStr(byName["a"] + byName["b"]));
		var nothing:Null<Int64> = null;
		Sys.println(nothing == null);

		// Powers of ten, where decimal digits begin anew.
		var power:Int64 = 1;
		for (i in 0...19) {
			Sys.println(Int64.toStr(power) + " " + Int64.toStr(-power) + " " + Int64.toStr(power - 1));
			power *= 10;
		}

		var i:Int32 = 0x7FFFFFFF;
		i++;
		Sys.println(i);
		i -= 1;
		Sys.println(i + " " + (i * 2) + " " + (i / 2) + " " + (i % 10) + " " + ~i + " " + (i >>> 4) + " " + (i << 4) + " " + -i);
		Sys.println([i > 5, 5 > i, i == 5, i != 5, i >= 2.5, 2.5 <= i].join(" "));
		Sys.println([Int32.ucompare(-1, 1), Int32.ucompare(1, -1), Int32.ucompare(2, 2), Int32.ucompare(-2, -1)].map(sign).join(" "));
	}

	static function sign(x:Int):Int {
		return x < 0 ? -1 : x > 0 ? 1 : 0;
	}
}
