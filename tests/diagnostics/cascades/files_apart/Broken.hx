class Broken {
	public static function run() {
		var a = ;
	}
	public static var missing Int;
}
