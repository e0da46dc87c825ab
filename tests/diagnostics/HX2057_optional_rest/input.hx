class Main {
	static function join(?parts:haxe.Rest<String>) {}
}
