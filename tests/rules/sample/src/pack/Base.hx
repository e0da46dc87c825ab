package pack;

class Base {
	public static function number():Int {
		return 1;
	}
}
