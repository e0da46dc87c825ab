class Main {
	static function main() {
		trace(this);
	}
}
