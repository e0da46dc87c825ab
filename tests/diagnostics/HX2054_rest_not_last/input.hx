class Main {
	static function join(...parts:String, separator:String) {}
}
