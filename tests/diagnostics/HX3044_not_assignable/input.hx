class Main {
	static function main() {
		1 = 2;
		main() = 3;
		Main = null;
		"a" += "b";
	}
}
