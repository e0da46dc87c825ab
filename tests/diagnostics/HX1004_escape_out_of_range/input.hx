class A {
	var text = "\x80 \u{110000}";
}
