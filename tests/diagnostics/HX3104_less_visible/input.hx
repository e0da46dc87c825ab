class Main extends Base {
	override private function run() {}
}

class Base {
	public function run() {}
}
