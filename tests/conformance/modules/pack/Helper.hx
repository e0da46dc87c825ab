package pack;

import pack.inner.Deep;

class Helper {
	public static function greet():String return "hello from " + Deep.level + where();
	static function where() return " " + Sibling.name;
}
class Extra {
	var n:Int;
	public function new(n) this.n = n;
	public function twice() return n * 2;
}
