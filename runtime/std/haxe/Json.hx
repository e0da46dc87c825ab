package haxe;

/** JSON as text (RFC 8259) and as values: structures, arrays, texts, numbers, `true`, `false` and `null`. **/
class Json {
	/** The value of a JSON text. Throws a text that says what is wrong and where. **/
	public static inline function parse(text:String):Dynamic {
		return haxe.format.JsonParser.parse(text);
	}

	/**
		JSON of a value. `replacer` gives what is written instead of each value, from its key in the structure or array
		around it. With `space` each element has a line, indented with that text for each level.
	**/
	public static inline function stringify(value:Dynamic, ?replacer:(key:Dynamic, value:Dynamic) -> Dynamic, ?space:String):String {
		return haxe.format.JsonPrinter.print(value, replacer, space);
	}
}
