class Base {
	public function new() {
		init();
	}
	function init() Sys.println("Base.init");
}
class Derived extends Base {
	var n = 5;
	override function init() Sys.println("Derived.init " + n);
}
class VirtualCallFromConstructor {
	static function main() {
		new Base();
		new Derived();
	}
}
