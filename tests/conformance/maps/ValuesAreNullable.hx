class ValuesAreNullable {
	static function main() {
		var m = new Map<String, Int>();
		var v = m["x"];
		Sys.println(v == null);
		Sys.println(v);
		m["x"] = 0;
		v = m["x"];
		Sys.println(v == null);
		Sys.println(v == 0);
		var n:Null<Int> = m["y"];
		Sys.println(n == null ? "none" : "some");
	}
}
