class Main {
	static function main() {
		var a = 5i64;
	}
}
