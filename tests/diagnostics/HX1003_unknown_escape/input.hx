class A {
	var path = "C:\dir";
}
