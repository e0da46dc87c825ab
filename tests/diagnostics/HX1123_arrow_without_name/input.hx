function main() {
	var f = (1, b) -> b;
	var g = a.b -> 1;
}
