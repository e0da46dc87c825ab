interface Shape {
	function new():Void;
}
