class Main {
	static function main() {
		var a:Int = "text";
		var b:String = 1.5;
		var c:Int = 2.5;
		var d:Array<String> = [1, 2];
		if (1) trace("one");
		run("a", 2);
	}

	static function run(n:Int, s:String):Bool {
		return n;
	}
}
