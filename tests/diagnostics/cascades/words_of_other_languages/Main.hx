class Main {
	static function main() {
		var a = nil;
		print(a);
		console.log(a);
		var b:Integer = 1;
		var c:Boolean = True;
		var d:Dictionary<String, Int> = null;
		var text = "abc";
		trace(text.len, text.startsWith("a"), text.toString.length);
		switch (b) {
			case 1:
				trace(self);
				break;
			default:
		}
		var n:Int = text.length / 2;
		var s:String = n;
		if (n) trace(text.length());
	}
}
