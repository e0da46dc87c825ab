class Json {
	static function write(v:Dynamic):String {
		if (v == null) return "null";
		if (v is String) return '"' + StringTools.replace(v, '"', '\\"') + '"';
		if (v is Array) return "[" + [for (x in (v : Array<Dynamic>)) write(x)].join(",") + "]";
		if (v is Bool || v is Float) return Std.string(v);
		var fields = Reflect.fields(v);
		fields.sort(Reflect.compare);
		return "{" + [for (f in fields) write(f) + ":" + write(Reflect.field(v, f))].join(",") + "}";
	}
	static function main() {
		Sys.println(write({b: ([1, 2.5, "x\"y"] : Array<Dynamic>), a: null, c: {d: true}}));
		Sys.println(write([]));
	}
}
