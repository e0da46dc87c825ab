@:nullSafety(Strict)
class Main {
	var name:String;

	function new() {
		greet();
		name = "Ada";
	}

	function greet() trace(name);
}
