class Main {
	static function main(args:Array<String>) {}
}
