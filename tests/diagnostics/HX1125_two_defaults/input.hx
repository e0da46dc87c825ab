function main() {
	switch x {
		default:
		case 1:
		default:
	}
}
