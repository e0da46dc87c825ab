function main() {
	switch x {
		case:
			one();
	}
}
