class Main extends Base {
	override function run() {}
}

class Base {
	final function run() {}
}
