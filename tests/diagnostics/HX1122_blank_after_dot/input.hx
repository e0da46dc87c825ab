function main() {
	a. b();
}
