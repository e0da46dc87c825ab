class A {
	var pattern = ~/a\q/;
}
