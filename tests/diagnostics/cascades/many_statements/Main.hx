class Main {
	static function main() {
		var a = ;
		trace(a b);
		if (a {
			trace(1);
		}
		for (i = 0; i < 3; i++) trace(i);
		var b = [1, 2;
		while (true
			trace(2);
		return
	}

	int count;

	function f(x:) {}

	var ok:Int = 1
	var last:String;
}

clas Other {}

enum Color {
	Red
	Green;
	Blue(r);
}
