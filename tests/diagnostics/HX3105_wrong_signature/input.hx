interface Named {
	function name():String;
}

class Main extends Base implements Named {
	override function run(n:Int):Void {}

	override function move(x:Float, y:Int):Void {}

	public function name():Int
		return 1;

	var size(get, never):Int;

	function get_size():String
		return "";
}

class Base {
	function run(n:String):Void {}

	function move(x:Float, y:Float):Void {}
}
