class Main {
	static function main() {
		var a = 1;
		var c = macro 1 + 2;
		trace(1 in [1]);
	}
}
