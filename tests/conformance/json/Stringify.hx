enum Shape {
	Dot;
	Circle(radius:Float);
}

class Point {
	public var x = 1;

	var y:Array<Int> = [2];

	public var sum(get, never):Int;

	function get_sum() return x + y[0];

	public function new() {}

	public function move() {}
}

/** What `haxe.Json.stringify` writes. **/
class Stringify {
	static function show(value:Dynamic, ?replacer:(Dynamic, Dynamic) -> Dynamic, ?space:String) {
		Sys.println(haxe.Json.stringify(value, replacer, space));
	}

	static function main() {
		for (value in ([1, -1, 1.5, 0.1, 1e21, 123456789012.0, Math.NaN, Math.POSITIVE_INFINITY, true, false, null] : Array<Dynamic>)) show(value);
		for (text in ["", "a", "a\"b\\c", "\n\r\t\x08\x0C", "é😀/", "\u2028", "'"]) show(text);
		show([]);
		show([1, 2, 3]);
		show(([1, "a", null, [2], true] : Array<Dynamic>));
		show({});
		show({a: 1});
		show({a: 1, b: {c: [1]}});
		show({a: null});
		show({a: {b: {c: {d: "deep"}}}});
		show([{a: 1}, {a: 2}]);
		show(["one" => 1]);
		show(["one" => ["two" => 2]]);
		show(new Map<String, Int>());
		show(Dot);
		show(Circle(3));
		show([Dot, Circle(1)]);
		show(new Point());
		show(() -> 1);
		show({f: () -> 1, g: 2});
		show([() -> 1]);
		show({point: new Point(), shape: Circle(1)});
		var field:Dynamic = {};
		Reflect.setField(field, "a \"b\"", 1);
		show(field);

		show({a: 1}, null, "  ");
		show([1, 2], null, "\t");
		show({a: ([1, {b: []}] : Array<Dynamic>)}, null, "  ");
		show({a: {}}, null, "  ");
		show([[], [[]]], null, "--");
		show([1, 2], null, "");
		show("x", null, "  ");
		show({f: () -> 1}, null, "  ");

		show({a: 1}, (key, value) -> key == "a" ? "replaced" : value);
		show([1, 2], (key, value) -> key == 0 ? null : value);
		show({a: {b: 1}}, (key, value) -> key == "a" ? [1] : value);
		show(1, (key, value) -> key == "" ? 2 : value);
		show({a: [1, 2]}, (key, value) -> Std.isOfType(value, Int) ? value * 10 : value);
		show({a: [5]}, function(key, value) {
			Sys.println('[$key] $value');
			return value;
		});
		show(Dot, (key, value) -> Type.enumConstructor(value));
		show({a: [1]}, (key, value) -> value, " ");
		Sys.println(haxe.format.JsonPrinter.print([1], null, null));
		Sys.println(haxe.format.JsonParser.parse("[1, 2]").length);
		var text = haxe.Json.stringify({list: ([1, 2, {deep: "é\n"}] : Array<Dynamic>)});
		Sys.println(haxe.Json.stringify(haxe.Json.parse(text)) == text);
	}
}
