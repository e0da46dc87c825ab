import haxe.macro.Expr;

class Tools {
	macro public static function twice(value:Expr):Expr
		return macro $value * 2;
}

@:build(Tools.fields())
class Main {
	static function main() {
		Tools.twice(4);
	}
}
