class A {
	final var x = 1;
	function f() {
		final var y = 2;
	}
}
