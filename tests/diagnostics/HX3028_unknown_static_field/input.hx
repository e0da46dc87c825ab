class Main {
	static function main() {
		trace(Math.sqroot(2));
		trace(Color.Rde);
		Std.prase("1");
	}
}

enum Color {
	Red;
}
