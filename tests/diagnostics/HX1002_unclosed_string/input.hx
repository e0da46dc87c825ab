class A {
	var name = "never ends;
	var next = 1;
}
