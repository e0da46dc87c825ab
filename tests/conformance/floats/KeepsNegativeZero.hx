class KeepsNegativeZero {
	static function show(name:String, value:Float) {
		Sys.println('$name ${value == 0.0} ${1.0 / value < 0.0}');
	}

	static function at(value:Float):Float {
		return value;
	}

	static function main() {
		show("sin", Math.sin(at(-0.0)));
		show("tan", Math.tan(at(-0.0)));
		show("asin", Math.asin(at(-0.0)));
		show("atan", Math.atan(at(-0.0)));
		show("atan2", Math.atan2(at(-0.0), 1.0));
		show("sqrt", Math.sqrt(at(-0.0)));
		show("pow", Math.pow(at(-0.0), 3.0));
		show("even pow", Math.pow(at(-0.0), 2.0));
		show("abs", Math.abs(at(-0.0)));
		show("ffloor", Math.ffloor(at(-0.0)));
		show("fceil", Math.fceil(at(-0.3)));
		show("fround", Math.fround(at(-0.2)));
		show("negation", -at(0.0));
		show("product", at(-0.0) * 2.0);
		show("quotient", at(-0.0) / 2.0);
		show("remainder", at(-4.0) % 2.0);
		show("sum of both", at(-0.0) + at(-0.0));
		show("text", Std.parseFloat("-0"));
		show("tiny text", Std.parseFloat("-1e-400"));
	}
}
