class A {
	function f() {
		var x = 1 +;
		return x;
	}
}
