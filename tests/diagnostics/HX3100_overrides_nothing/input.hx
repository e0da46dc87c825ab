class Main extends Base {
	override function rum() {}

	override function stop() {}
}

abstract class Base {
	function run() {}

	abstract function stop():Void;
}
