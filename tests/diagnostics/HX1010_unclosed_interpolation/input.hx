class A {
	var name = 'sum ${a + b';
	var next = 1;
}
