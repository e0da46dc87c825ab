class A {
	function f() {
		if (x) {
			return 1;
	}

	public function g() {}
}
