class Main {
	@:intrinsic("string.lenght") static function length(text:String):Int;
}
