class User {
	public static function number():Int {
		return pack.Base.number() + 1;
	}
}
