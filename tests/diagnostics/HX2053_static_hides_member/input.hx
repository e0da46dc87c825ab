class Parent {
	function run() {}
}

class Child extends Parent {
	static function run() {}
}
