package haxe.format;

import haxe.Constraints.IMap;
import haxe.internal.ValueKind;

/** Writes JSON. **/
class JsonPrinter {
	final replacer:Null<(key:Dynamic, value:Dynamic) -> Dynamic>;

	/** The text of a level, null where all is on one line. **/
	final indent:Null<String>;

	final out:StringBuf = new StringBuf();
	var level:Int = 0;

	@:intrinsic("reflect.variable") static function variable(o:Dynamic, field:String):Dynamic;

	function new(replacer:Null<(key:Dynamic, value:Dynamic) -> Dynamic>, indent:Null<String>) {
		this.replacer = replacer;
		this.indent = indent;
	}

	/**
		JSON of a value. Numbers that JSON has none for are `null`, an enum value is the number of its constructor, an
		instance is its variables, a map with keys of `String` an object; functions in objects are left out. See `Json`.
	**/
	public static function print(o:Dynamic, ?replacer:(key:Dynamic, value:Dynamic) -> Dynamic, ?space:String):String {
		var printer = new JsonPrinter(replacer, space);
		printer.write("", o);
		return printer.out.toString();
	}

	function write(key:Dynamic, found:Dynamic):Void {
		var value:Dynamic = replacer == null ? found : replacer(key, found);
		switch (ValueKind.of(value)) {
			case ValueKind.FLOAT:
				out.add(Math.isFinite(value) ? Std.string(value) : "null");
			case ValueKind.STRING:
				quote(value);
			case ValueKind.ARRAY:
				array(value);
			case ValueKind.ENUM:
				out.add(Type.enumIndex(value));
			case ValueKind.FUNCTION:
				quote("<fun>");
			case ValueKind.STRUCTURE:
				object(value, Reflect.fields(value), variable);
			case ValueKind.INSTANCE:
				instance(value);
			case ValueKind.TYPE:
				out.add("{}");
			default:
				out.add(Std.string(value));
		}
	}

	function array(elements:Array<Dynamic>):Void {
		out.add("[");
		level++;
		for (i in 0...elements.length) {
			separate(i == 0);
			write(i, elements[i]);
		}
		level--;
		close("]", elements.length == 0);
	}

	function instance(value:Dynamic):Void {
		if (value is IMap) {
			var map:IMap<Dynamic, Dynamic> = cast value;
			var names = [for (key in map.keys()) if (key is String) (key : String)];
			object(map, names, (map, name) -> map.get(name));
		} else {
			object(value, Reflect.fields(value), variable);
		}
	}

	function object<T>(o:T, names:Array<String>, fieldOf:(T, String) -> Dynamic):Void {
		out.add("{");
		level++;
		var isFirst = true;
		for (name in names) {
			var value = fieldOf(o, name);
			if (Reflect.isFunction(value)) continue;
			separate(isFirst);
			isFirst = false;
			quote(name);
			out.add(indent == null ? ":" : ": ");
			write(name, value);
		}
		level--;
		close("}", isFirst);
	}

	/** Before an element. **/
	function separate(isFirst:Bool):Void {
		if (!isFirst) out.add(",");
		newLine();
	}

	function close(bracket:String, isEmpty:Bool):Void {
		if (!isEmpty) newLine();
		out.add(bracket);
	}

	function newLine():Void {
		if (indent == null) return;
		out.add("\n");
		for (i in 0...level) out.add(indent);
	}

	function quote(text:String):Void {
		out.add("\"");
		var start = 0;
		for (i in 0...text.length) {
			var escaped = escape(StringTools.fastCodeAt(text, i));
			if (escaped == null) continue;
			out.addSub(text, start, i - start);
			out.add(escaped);
			start = i + 1;
		}
		out.addSub(text, start);
		out.add("\"");
	}

	/** Null for what stands for itself. **/
	static function escape(unit:Int):Null<String> {
		return switch (unit) {
			case "\"".code: "\\\"";
			case "\\".code: "\\\\";
			case "\n".code: "\\n";
			case "\r".code: "\\r";
			case "\t".code: "\\t";
			case 8: "\\b";
			case 12: "\\f";
			default: unit < 32 ? "\\u" + StringTools.hex(unit, 4).toLowerCase() : null;
		}
	}
}
