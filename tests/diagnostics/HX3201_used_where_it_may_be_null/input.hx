@:nullSafety(Strict)
class Main {
	var name:Null<String>;

	function find():Null<Array<String>> return null;

	function run() {
		for (one in find()) trace(one);
		if (name != null) {
			run();
			trace(name.length);
		}
	}
}
