function main() {
	switch value {
		case 1, 2:
			one();
			two();
		case A(x, _) | B(x) if (x > 0):
		case {name: "n", size: n}:
		case [first, [1, 2]]:
		case all = C:
		case _.toLowerCase() => "quit":
		case var other:
			other;
		case -1:
		default:
	}
	var chosen = switch (a) { case null: 0; case _: 1; };
}
