interface Box<T> {
	function get():T;
	function set(v:T):Void;
}
class IntBox implements Box<Int> {
	var v = 0;
	public function new() {}
	public function get():Int return v;
	public function set(v:Int):Void this.v = v;
}
class NamedBox extends IntBox {
	override public function get():Int return super.get() + 100;
}
class GenericInterface {
	static function bump(b:Box<Int>) b.set(b.get() + 1);
	static function main() {
		var b:Box<Int> = new IntBox();
		bump(b);
		bump(b);
		Sys.println(b.get());
		var n = new NamedBox();
		bump(n);
		Sys.println(n.get());
		var asBox:Box<Int> = n;
		Sys.println(asBox.get() * 2);
	}
}
