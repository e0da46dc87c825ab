class Iteration {
	static function main() {
		var a = [10, 20, 30];
		for (x in a) Sys.println(x);
		for (i => x in a) Sys.println(i + "=" + x);
		for (x in a) {
			if (x == 10) continue;
			if (x == 30) break;
			Sys.println("mid " + x);
		}
		var growing = [1];
		for (x in growing) if (growing.length < 4) growing.push(x + 1);
		Sys.println(growing);
		var it = a.iterator();
		while (it.hasNext()) Sys.println(it.next());
		var total = 0;
		for (row in [[1, 2], [3]]) for (x in row) total += x;
		Sys.println(total);
	}
}
