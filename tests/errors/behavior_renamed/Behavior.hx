package core;

class Behavior {
	public function new() {}
}
