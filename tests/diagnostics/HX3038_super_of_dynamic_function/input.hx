class Base {
	function new() {}

	dynamic function answer():Int
		return 1;
}

class Main extends Base {
	override dynamic function answer():Int
		return super.answer() + 1;
}
