class Main {
	static function main() {
		Broken.run();
		var a:Int = Broken.missing;
	}
}
