@:nullSafety(Strict)
class Main {
	var name:String;

	function new() {
		var length = name.length;
		name = "Ada";
	}
}
