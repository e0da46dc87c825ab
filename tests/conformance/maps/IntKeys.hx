class IntKeys {
	static function main() {
		var m:Map<Int, String> = new Map();
		for (i in 0...100) m[i * 7] = "v" + i;
		Sys.println(m[7]);
		Sys.println(m[699]);
		Sys.println(m.exists(693));
		var n = 0;
		for (k => v in m) if (v.length == 2) n += k;
		Sys.println(n);
		for (i in 0...50) m.remove(i * 7);
		Sys.println(m.exists(0));
		Sys.println(m[350]);
	}
}
