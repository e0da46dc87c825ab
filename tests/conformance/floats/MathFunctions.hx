// static: 6: 1.4142135623730951
class MathFunctions {
	static function round3(v:Float) return Math.round(v * 1000) / 1000;
	static function main() {
		Sys.println(Math.floor(-1.5));
		Sys.println(Math.ceil(-1.5));
		Sys.println(Math.round(2.5));
		Sys.println(Math.round(-2.5));
		Sys.println(Math.abs(-3.25));
		Sys.println(Math.sqrt(2));
		Sys.println(Math.max(1, 2) + Math.min(1, 2));
		Sys.println(round3(Math.sin(1)));
		Sys.println(round3(Math.cos(1)));
		Sys.println(round3(Math.atan2(1, -1)));
		Sys.println(round3(Math.pow(2, 0.5)));
		Sys.println(round3(Math.exp(1)));
		Sys.println(round3(Math.log(10)));
	}
}
