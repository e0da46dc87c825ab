class A {
	var pattern = ~/a/gx;
}
