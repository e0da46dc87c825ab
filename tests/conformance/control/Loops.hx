class Loops {
	static function main() {
		var i = 0;
		while (true) {
			i++;
			if (i % 2 == 0) continue;
			if (i > 7) break;
			Sys.println(i);
		}
		do {
			i--;
			if (i == 5) continue;
		} while (i > 3);
		Sys.println(i);
		for (x in 0...0) Sys.println("never");
		var n = 3;
		for (k in 0...n) {
			n = 10;
			Sys.println(k);
		}
		var found = -1;
		for (a in 0...5) {
			for (b in 0...5) {
				if (a * b == 6) {
					found = a * 10 + b;
					break;
				}
			}
			if (found >= 0) break;
		}
		Sys.println(found);
		for (s in new IntIterator(5, 8)) Sys.println(s);
	}
}
