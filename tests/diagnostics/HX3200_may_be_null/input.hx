@:nullSafety(Strict)
class Main {
	static function find(name:String):Null<String> return null;

	static function main() {
		var found:String = find("Ada");
		var sum = 1 + Std.parseInt("2");
	}
}
