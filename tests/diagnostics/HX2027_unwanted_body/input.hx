interface Runner {
	function run():Void {}
}

abstract class Main {
	abstract function stop():Void {}
}
