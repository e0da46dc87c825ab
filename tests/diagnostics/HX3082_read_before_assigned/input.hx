class Main {
	static function main() {
		var a:Int;
		trace(a);
		var b:Int;
		if (Math.random() > 0.5) b = 1;
		trace(b);
		var c:Int;
		if (Math.random() > 0.5) c = 1; else throw "none";
		trace(c);
	}
}
