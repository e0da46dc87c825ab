package pack.inner;

class Deep {
	public static var level = 2;
	public static function deepest(n:Int) return n * level + pack.Sibling.name.length;
}
