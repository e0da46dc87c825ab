class Main extends Base {
	override function rum() {}
}

class Base {
	function run() {}
}
