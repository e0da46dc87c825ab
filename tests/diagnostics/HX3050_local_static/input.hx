class Main {
	static function main() {
		static var a = 1;
	}
}
