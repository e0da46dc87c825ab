class Main {
	static function main() {}
}

class Player {}
