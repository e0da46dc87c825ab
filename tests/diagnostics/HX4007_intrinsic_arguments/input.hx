class Main {
	@:intrinsic("string.length") static function length(text:String, max:Int):Int;
}
