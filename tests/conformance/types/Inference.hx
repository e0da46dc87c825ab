class Inference {
	static function pick(c, a, b) return c ? a : b;
	static function main() {
		var x = null;
		x = 5;
		Sys.println(x + 1);
		var list = [];
		list.push("a");
		Sys.println(list[0].length);
		Sys.println(pick(true, 1, 2) + 1);
		var f = (a, b) -> a + b;
		Sys.println(f(1, 2));
		var m = new Map();
		m.set("k", [1.5]);
		Sys.println(m.get("k")[0] * 2);
		var mixed = [1, 2.5];
		Sys.println(mixed[0] / 4);
	}
}
