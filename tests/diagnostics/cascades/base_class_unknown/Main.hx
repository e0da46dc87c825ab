class Main extends Missing {
	var own:Int = 1;

	static function main() {
		var main = new Main(1);
		main.run();
		main.inherited();
		var named:Named = main;
		trace(main.inheritedField + 1);
	}

	public function new(n:Int) {
		super(n);
		inheritedField = n;
	}

	override function update() {
		super.update();
		move(own);
		own = "text";
	}

	function run() {}
}

interface Named {
	function name():String;
}

class Child extends Main implements Named {
	override function render() {
		draw();
	}
}
