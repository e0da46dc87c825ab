class A {
	var pattern = ~/a[b];
	var next = 1;
}
