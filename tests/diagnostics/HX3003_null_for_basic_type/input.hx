class Main {
	static function main() {
		var a:Int = null;
		var b:Null<Int> = null;
		run(null);
	}

	static function run(flag:Bool) {}
}
