class Config {
	public static var size = Registry.count + 1;
}
class Registry {
	public static var items:Array<String> = make();
	public static var count = items.length;
	static function make() return ["a", "b"];
}
class StaticInitOrder {
	static var total = Config.size * 10;
	static function __init__() Sys.println("init " + total);
	static function main() {
		Sys.println(total);
		Sys.println(Registry.items);
	}
}
