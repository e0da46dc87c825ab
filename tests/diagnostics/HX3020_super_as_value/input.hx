class Main extends Base {
	function run() {
		var a = super;
	}
}

class Base {}
