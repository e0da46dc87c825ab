class Main {
	static function main() {
		let a = 1;
		if (a == 1 and a > 0) trace(a);
		if (a === 1) trace(a);
		for (i in 0..10) trace(i);
		try {
			trace(a);
		} catch e {
			trace(e);
		}
		if (a == 1) {
			trace(a);
		} elif (a == 2) {
			trace(a);
		}
		var b:int = 1;
		var c:haxe.ds.map<Int, Int> = null;
	}

	int count;

	def run() {}

	func stop() {}
}

clas Other {}

struct Point {}
