package haxe.internal;

/** How values are written as text. **/
class Show {
	/** Deeper than this a structure that holds itself would never end. **/
	static inline final DEEPEST = 12;

	@:intrinsic("string.fromInt") static function fromInt(v:Int):String;

	@:intrinsic("string.fromFloat") static function fromFloat(v:Float):String;

	@:intrinsic("type.path") static function pathOf(t:Dynamic):String;

	@:intrinsic("type.isEnum") static function isEnum(t:Dynamic):Bool;

	@:intrinsic("type.classOf") static function classOf(v:Dynamic):Dynamic;

	@:intrinsic("reflect.fields") static function fieldsOf(v:Dynamic):Array<String>;

	@:intrinsic("reflect.get") static function memberOf(v:Dynamic, name:String):Dynamic;

	@:intrinsic("reflect.variable") static function variableOf(v:Dynamic, name:String):Dynamic;

	@:intrinsic("enum.constructor") static function constructorOf(v:Dynamic):String;

	@:intrinsic("enum.params") static function paramsOf(v:Dynamic):Array<Dynamic>;

	public static function value(v:Dynamic, depth:Int):String {
		if (depth > DEEPEST) return "<...>";
		return switch (ValueKind.of(v)) {
			case ValueKind.NULL: "null";
			case ValueKind.INT: fromInt(v);
			case ValueKind.FLOAT: fromFloat(v);
			case ValueKind.BOOL: v == true ? "true" : "false";
			case ValueKind.STRING: v;
			case ValueKind.ARRAY: list(v, depth);
			case ValueKind.INSTANCE: instance(v);
			case ValueKind.ENUM: enumValue(v, depth);
			case ValueKind.STRUCTURE: structure(v, depth);
			case ValueKind.TYPE: (isEnum(v) ? "Enum<" : "Class<") + pathOf(v) + ">";
			default: "<function>";
		}
	}

	static function list(v:Array<Dynamic>, depth:Int):String {
		var parts:Array<String> = [];
		for (x in v) parts.push(value(x, depth + 1));
		return "[" + parts.join(",") + "]";
	}

	static function instance(v:Dynamic):String {
		var toString:Dynamic = memberOf(v, "toString");
		if (toString != null) return toString();
		var type = classOf(v);
		return type == null ? "BytesData" : pathOf(type);
	}

	static function enumValue(v:Dynamic, depth:Int):String {
		var params = paramsOf(v);
		if (params.length == 0) return constructorOf(v);
		var parts:Array<String> = [];
		for (x in params) parts.push(value(x, depth + 1));
		return constructorOf(v) + "(" + parts.join(",") + ")";
	}

	static function structure(v:Dynamic, depth:Int):String {
		var toString:Dynamic = memberOf(v, "toString");
		if (ValueKind.of(toString) == ValueKind.FUNCTION) return toString();
		var parts:Array<String> = [];
		for (name in fieldsOf(v)) parts.push(name + ": " + value(variableOf(v, name), depth + 1));
		return "{" + parts.join(", ") + "}";
	}
}
