package pack;

class Shop {}

private class Box {
	public function new() {}
}
