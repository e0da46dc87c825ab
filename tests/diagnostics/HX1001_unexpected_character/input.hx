class A {
	var x = 1 § 2;
	var é;
}
