class Main {
	static function main() {
		trace("ab".code);
		trace("".code);
	}
}
