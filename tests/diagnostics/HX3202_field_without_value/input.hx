@:nullSafety(Strict)
class Main {
	var name:String;
	var nickname:Null<String>;

	function new() {}
}
