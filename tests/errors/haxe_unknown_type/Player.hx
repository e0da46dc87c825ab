class Player {
	var weapons:Map<String, Wepon> = new Map();

	public function new() {}
}

class Weapon {
	public function new() {}
}
