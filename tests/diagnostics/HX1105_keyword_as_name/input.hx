class A {
	var class:Int;
	function f(switch:Int) {}
}
