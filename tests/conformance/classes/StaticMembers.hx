class Ids {
	static var next = 10;
	public static final START = 10;
	public static inline var STEP = 5;
	public static function take():Int {
		var id = next;
		next += STEP;
		return id;
	}
}
class StaticMembers {
	static var table:Map<String, Int> = ["a" => 1];
	static var derived = Ids.take() + 1;
	static function main() {
		Sys.println(derived);
		Sys.println(Ids.take());
		Sys.println(Ids.START + Ids.STEP);
		Sys.println(table["a"]);
		table = null;
		Sys.println(table == null);
	}
}
