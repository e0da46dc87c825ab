function main() {
	var f = (a, @:m b) -> b;
}
