class Main {
	final a:Int;
	static final B:Int;
}

class Made {
	final a:Int;
	final b:Int;

	function new() {
		b = 1;
	}
}
