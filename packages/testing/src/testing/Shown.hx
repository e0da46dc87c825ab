package testing;

import haxe.Constraints.IMap;

/** Values as a person reads them: as `Std.string` has them, but with strings in quotes and the keys of maps sorted. **/
class Shown {
	public static function of(value:Null<Dynamic>):String {
		if (value == null) return "null";
		if (Std.isOfType(value, String)) return quoted(value);
		if (Std.isOfType(value, Array)) return list((value : Array<Dynamic>));
		if (Std.isOfType(value, IMap)) return map(value);
		if (Reflect.isEnumValue(value)) return enumValue(value);
		if (isStructure(value)) return structure(value);
		return Std.string(value);
	}

	/** Is it an anonymous structure? **/
	public static function isStructure(value:Dynamic):Bool {
		return Reflect.isObject(value) && Type.typeof(value).match(TObject);
	}

	/** The fields of a structure, or the keys of a map, in an order that does not depend on how it was made. **/
	public static function sorted(names:Array<String>):Array<String> {
		names.sort(Reflect.compare);
		return names;
	}

	static function quoted(text:String):String {
		var escaped = StringTools.replace(text, "\\", "\\\\");
		for (pair in [["\"", "\\\""], ["\n", "\\n"], ["\r", "\\r"], ["\t", "\\t"]]) {
			escaped = StringTools.replace(escaped, pair[0], pair[1]);
		}
		return '"$escaped"';
	}

	static function list(values:Array<Dynamic>):String {
		return '[${values.map(of).join(", ")}]';
	}

	static function map(value:IMap<Dynamic, Dynamic>):String {
		var rows = [for (key in value.keys()) '${of(key)} => ${of(value.get(key))}'];
		return '[${sorted(rows).join(", ")}]';
	}

	static function enumValue(value:EnumValue):String {
		var parameters = Type.enumParameters(value);
		var name = Type.enumConstructor(value);
		return parameters.length == 0 ? name : '$name(${parameters.map(of).join(", ")})';
	}

	static function structure(value:Dynamic):String {
		var fields = [for (name in sorted(Reflect.fields(value))) '$name: ${of(Reflect.field(value, name))}'];
		return '{${fields.join(", ")}}';
	}
}
