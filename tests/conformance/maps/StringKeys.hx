// static: 10: [two => 2]
class StringKeys {
	static function main() {
		var m = ["one" => 1];
		Sys.println(m.get("one"));
		Sys.println(m["nine"]);
		Sys.println(m.exists("one"));
		Sys.println(m.exists("x"));
		m["two"] = 2;
		m.set("one", 11);
		var keys = [for (k in m.keys()) k];
		keys.sort((a, b) -> a < b ? -1 : 1);
		Sys.println(keys);
		var sum = 0;
		for (v in m) sum += v;
		Sys.println(sum);
		Sys.println(m.remove("one"));
		Sys.println(m.remove("one"));
		Sys.println(m.exists("one"));
		Sys.println(m.toString());
		var copy = m.copy();
		m.clear();
		Sys.println(copy["two"]);
		Sys.println(m["two"]);
	}
}
