class Main {
	static function main() {
		trace(~/a\/(b/);
		trace(~/[z-a]/i);
	}
}
