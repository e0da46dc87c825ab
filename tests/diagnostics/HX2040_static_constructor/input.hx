class Main {
	static function new() {}
}
