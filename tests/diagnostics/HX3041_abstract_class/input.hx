class Main {
	static function main() {
		new Shape();
	}
}

abstract class Shape {
	public function new() {}

	abstract function area():Float;
}
