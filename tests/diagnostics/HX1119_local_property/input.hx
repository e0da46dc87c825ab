function main() {
	var x(get, set):Int = 1;
}
