class Item {
	public var v = 1;
	public function new() {}
	public function f() return v;
}
class AccessThrows {
	static function attempt(f:Void->Dynamic) {
		try {
			Sys.println(f());
		} catch (e:Dynamic) {
			Sys.println("caught");
		}
	}
	static function main() {
		var item:Item = null;
		attempt(() -> item.v);
		attempt(() -> item.f());
		var a:Array<Int> = null;
		attempt(() -> a.length);
		attempt(() -> a[0]);
		var s:String = null;
		attempt(() -> s.length);
		item = new Item();
		attempt(() -> item.f());
		var g:Void->Int = null;
		attempt(() -> g());
	}
}
