class Main {
	static function main() {
		new Player();
	}
}
