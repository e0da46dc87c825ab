class Through extends Main {
	static function run():Int {
		return "told when Broken is read";
	}
}
