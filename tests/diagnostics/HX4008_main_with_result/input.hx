class Main {
	static function main():Int {
		return 0;
	}
}
