class Main {
	static function main() {
		var safe = new Safe();
		safe.secret = 2;
		safe.open();
		Safe.total++;
		new Hidden();
		@:privateAccess safe.open();
	}
}

class Safe {
	var secret:Int = 1;
	static var total = 0;

	public function new() {}

	function open() {}
}

class Hidden {
	function new() {}
}
