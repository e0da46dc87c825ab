/** Fields by name. **/
class Reflect {
	@:intrinsic("reflect.hasField") public static function hasField(o:Dynamic, field:String):Bool;

	/** The field's value, null where there is none such; getters are not run. **/
	@:intrinsic("reflect.get") public static function field(o:Dynamic, field:String):Dynamic;

	@:intrinsic("reflect.variable") static function variable(o:Dynamic, field:String):Dynamic;

	@:intrinsic("reflect.set") public static function setField(o:Dynamic, field:String, value:Dynamic):Void;

	/** An instance's variables, base class first, or a structure's fields. **/
	@:intrinsic("reflect.fields") public static function fields(o:Dynamic):Array<String>;

	@:intrinsic("reflect.delete") public static function deleteField(o:Dynamic, field:String):Bool;

	public static function isFunction(f:Dynamic):Bool {
		return haxe.internal.ValueKind.of(f) == haxe.internal.ValueKind.FUNCTION;
	}

	/** Has `v` fields of its own: is it a structure, an instance or text? **/
	public static function isObject(v:Dynamic):Bool {
		return switch (haxe.internal.ValueKind.of(v)) {
			case haxe.internal.ValueKind.STRING, haxe.internal.ValueKind.ARRAY, haxe.internal.ValueKind.INSTANCE,
				haxe.internal.ValueKind.STRUCTURE, haxe.internal.ValueKind.TYPE: true;
			default: false;
		}
	}

	public static function isEnumValue(v:Dynamic):Bool {
		return haxe.internal.ValueKind.of(v) == haxe.internal.ValueKind.ENUM;
	}

	/** A new structure with the same fields. **/
	public static function copy<T>(o:Null<T>):Null<T> {
		if (o == null) return null;
		var result:Dynamic = {};
		for (name in fields(o)) setField(result, name, variable(o, name));
		return result;
	}

	/** Negative, 0 or positive, for two numbers or two texts. **/
	public static function compare<T>(a:T, b:T):Int {
		if (a == b) return 0;
		if (haxe.internal.ValueKind.of(a) == haxe.internal.ValueKind.STRING) {
			var left:String = cast a;
			var right:String = cast b;
			return left < right ? -1 : 1;
		}
		var left:Float = cast a;
		var right:Float = cast b;
		return left < right ? -1 : 1;
	}
}
