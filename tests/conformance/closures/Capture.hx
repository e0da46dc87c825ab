class Capture {
	static function counter() {
		var n = 0;
		return {next: () -> ++n, peek: () -> n};
	}
	static function main() {
		var c = counter();
		c.next();
		c.next();
		Sys.println(c.peek());
		Sys.println(counter().peek());
		var fs = [for (i in 0...3) () -> i];
		for (f in fs) Sys.println(f());
		var total = 0;
		for (i in 0...4) {
			var add = function(k:Int) total += i * k;
			add(10);
		}
		Sys.println(total);
		var x = 1;
		var read = () -> x;
		x = 2;
		Sys.println(read());
	}
}
