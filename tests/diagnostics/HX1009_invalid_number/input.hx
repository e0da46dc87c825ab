class A {
	var a = [007, 1__0, 0xZZ, 1.5i32, 12abc];
}
