class Main {
	static function main() {
		new Tools();
	}
}

class Tools {}
