var a:haxe.macro.Expr.Field;
var b:Map<String, Array<Array<Int>>>;
var c:Map<Int, {x:Int}>= null;
var d:Int->Array<Int>->?String->Void;
var e:(Int, String) -> Void;
var f:(...Int) -> Void;
