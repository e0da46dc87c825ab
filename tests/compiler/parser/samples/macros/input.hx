class Macros {
	macro static function make(e:Expr) {
		macro $e + $v{1} + $i{name}.field;
		macro : Array<Int>;
		macro class Made { var x:Int; }
		macro for ($it) $body;
		macro var a = 1, b;
		haxe.macro.Context.error();
		$type(x);
	}
}
