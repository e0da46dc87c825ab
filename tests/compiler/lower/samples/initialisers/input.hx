class Base {
	public var name = "base";
	public function new() {}
}
class Main extends Base {
	static var made = 0;
	static final limit = 3 * 4;
	var list = [1, 2];
	public function new() {
		super();
		made++;
	}
	static function __init__() made = 10;
	static function main() {}
}
