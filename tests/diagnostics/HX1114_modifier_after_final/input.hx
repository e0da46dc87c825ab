class A {
	final static x = 1;
}
