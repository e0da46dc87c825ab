class Main {
	static function main() {
		for (x in 5) trace(x);
		for (x in {a: 1}) trace(x);
	}
}
