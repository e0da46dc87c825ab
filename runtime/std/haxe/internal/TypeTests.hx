package haxe.internal;

/** Tests against a type that is known only when the program runs. **/
class TypeTests {
	@:intrinsic("type.isInstance") static function isInstance(v:Dynamic, t:Dynamic):Bool;

	@:intrinsic("type.isEnum") static function isEnum(t:Dynamic):Bool;

	@:intrinsic("type.path") static function pathOf(t:Dynamic):String;

	public static function isOfType(v:Dynamic, t:Dynamic):Bool {
		if (t == null) return false;
		var kind = ValueKind.of(v);
		return switch (pathOf(t)) {
			case "Dynamic": kind != ValueKind.NULL;
			case "Int": kind == ValueKind.INT;
			case "Float": kind == ValueKind.INT || kind == ValueKind.FLOAT;
			case "Bool": kind == ValueKind.BOOL;
			case "String": kind == ValueKind.STRING;
			case "Array": kind == ValueKind.ARRAY;
			case "Class": kind == ValueKind.TYPE && !isEnum(v);
			case "Enum": kind == ValueKind.TYPE && isEnum(v);
			default: isInstance(v, t);
		}
	}
}
