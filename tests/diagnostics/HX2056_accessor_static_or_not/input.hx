class Main {
	var size(get, never):Int;

	static function get_size() return 1;
}
