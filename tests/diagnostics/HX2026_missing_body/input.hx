class Main {
	function run():Void;
}
