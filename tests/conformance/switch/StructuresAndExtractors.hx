class StructuresAndExtractors {
	static function where(p:{x:Int, y:Int})
		return switch (p) {
			case {x: 0, y: 0}: "origin";
			case {x: 0}: "on y";
			case {y: 0, x: x}: "on x at " + x;
			case {x: x, y: y}: x + "/" + y;
		}
	static function kind(s:String)
		return switch (s) {
			case _.length => 0: "empty";
			case _.toUpperCase() => "YES": "agreed";
			case _.length => n if (n > 5): "long " + n;
			case t: t;
		}
	static function main() {
		Sys.println(where({x: 0, y: 0}));
		Sys.println(where({x: 0, y: 2}));
		Sys.println(where({x: 3, y: 0}));
		Sys.println(where({x: 3, y: 4}));
		for (s in ["", "yes", "abcdefg", "abc"]) Sys.println(kind(s));
	}
}
