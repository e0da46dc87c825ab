/** What `haxe.Json.parse` reads, and where it says a text is wrong. **/
class Parse {
	static function read(text:String) {
		try {
			var value:Dynamic = haxe.Json.parse(text);
			Sys.println(haxe.Json.stringify(value) + " " + Type.typeof(value));
		} catch (e:String) {
			Sys.println("wrong: " + e);
		}
	}

	static function main() {
		for (text in ["1", "-1", "0", "1.5", "1e3", "1E+2", "1.5e-3", "0.1", "123456789012", "2147483648", "-2147483648", "2147483647", "1e400", "-0.5"]) read(text);
		for (text in ["1e", "1.", "01", "-", ".5", "+1", "--1", "1-", "1.5.2", "1ee", "0x1", "1e+", "-a"]) read(text);
		for (text in [
			"\"a\"", "\"\"", "\"\\n\\t\\r\\b\\f\\/\\\\\\\"\"", "\"\\u00e9\\u20AC\"", "\"\\ud83d\\ude00\"", "\"a\nb\"", "\"é😀\"", "\"\\\\u0041\"", "\"a\\\"b\\\"c\"", "\"\\x\"", "\"\\", "\"a", "'a'"
		]) read(text);
		for (text in ["true", "false", "null", "tru", "nullx", "undefined", "NaN", "True"]) read(text);
		for (text in ["[]", "[1]", "[1,2]", "[[[]]]", " [ 1 , \"2\" ] ", "\t\n\r 1 ", "[1,[2,{\"a\":[]}],null]", "[1,]", "[,1]", "[1 2]", "[", "[1", "[1,", "[1}", "[1]x", "1 2"]) read(text);
		for (text in [
			"{}", "{\"a\":1}", "{\"a\":{\"b\":[true]}}", "{ \"a\" : 1 }", "{\"a\":1,\"a\":2}", "{\"\":1}", "{\"a b\":\"é\"}", "{\"a\"}", "{a:1}", "{\"a\":1,}", "{,}", "{\"a\":1", "{\"a\" 1}",
			"{\"a\":1 \"b\":2}", "{\"a\":}", "{1:2}", "{", "", "   ", "}", "]", ":"
		]) read(text);
		var value:{name:String, sizes:Array<Int>, ?missing:String} = haxe.Json.parse("{\"name\": \"x\", \"sizes\": [1, 2, 3]}");
		Sys.println(value.name + value.sizes.length + value.missing);
		var loose:Dynamic = haxe.Json.parse("{\"pos\": {\"x\": 1.5, \"y\": 2}}");
		Sys.println(loose.pos.x + loose.pos.y);
		Sys.println(Reflect.fields(haxe.Json.parse("{\"only\": 1}")));
	}
}
// static: 38: wrong: Unclosed string
