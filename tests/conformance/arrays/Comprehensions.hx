class Comprehensions {
	static function main() {
		Sys.println([for (i in 0...5) i * i]);
		Sys.println([for (i in 0...10) if (i % 3 == 0) i]);
		Sys.println([for (x in ["a", "b"]) for (y in 1...3) x + y]);
		var i = 0;
		Sys.println([while (i < 3) i++]);
		var m = [for (k in ["x", "y"]) k => k.length];
		Sys.println(m["x"]);
	}
}
