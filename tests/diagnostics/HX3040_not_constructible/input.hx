class Main {
	static function main() {
		new Named();
		new Color();
	}
}

interface Named {}

enum Color {
	Red;
}
