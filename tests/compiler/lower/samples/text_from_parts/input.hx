class Main {
	static function show(name:String, n:Int, f:Float, ok:Bool, any:Dynamic):String
		return '$name: ${n + 1} $f $ok ' + any + "!";
	static function main() {}
}
