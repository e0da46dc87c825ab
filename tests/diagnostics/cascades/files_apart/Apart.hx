class Apart {
	static function run():Int {
		return "not told by the other files' mistakes";
	}
}
