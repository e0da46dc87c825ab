class Main {
	static function main() {
		var a = 9223372036854775809i64;
	}
}
