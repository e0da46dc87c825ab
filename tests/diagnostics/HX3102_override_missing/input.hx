class Main extends Base {
	function run() {}
}

class Base {
	function run() {}
}
