import haxe.internal.ValueKind;

/** Fields and functions by name. **/
class Reflect {
	@:intrinsic("closure.call") static function call(func:Dynamic, args:Array<Dynamic>):Dynamic;

	@:intrinsic("closure.same") static function sameFunction(f1:Dynamic, f2:Dynamic):Bool;

	@:intrinsic("closure.variadic") static function variadic(f:Dynamic):Dynamic;

	@:intrinsic("reflect.variable") static function variable(o:Dynamic, field:String):Dynamic;

	/** Has the structure a field, the instance a variable or the class a static variable of the name? **/
	@:intrinsic("reflect.hasField") public static function hasField(o:Dynamic, field:String):Bool;

	/** The field's value, null where there is none such; getters are not run. **/
	@:intrinsic("reflect.get") public static function field(o:Dynamic, field:String):Dynamic;

	/** Setters are not run. Throws where an instance or a class has no such variable; a structure gets a new field. **/
	@:intrinsic("reflect.set") public static function setField(o:Dynamic, field:String, value:Dynamic):Void;

	/** As `o.field` would be: a property's getter is run. **/
	@:intrinsic("reflect.getProperty") public static function getProperty(o:Dynamic, field:String):Dynamic;

	/** As `o.field = value` would do: a property's setter is run. **/
	@:intrinsic("reflect.setProperty") public static function setProperty(o:Dynamic, field:String, value:Dynamic):Void;

	/** Calls `func` with `args`; missing ones are null. A method as a value knows its object, so that `o` does not matter. **/
	public static function callMethod(o:Dynamic, func:haxe.Constraints.Function, args:Array<Dynamic>):Dynamic {
		if (!isFunction(func)) throw "Cannot call " + Std.string(func);
		return call(func, args);
	}

	/** An instance's variables, base class first, a structure's fields, or a class's static variables. **/
	@:intrinsic("reflect.fields") public static function fields(o:Dynamic):Array<String>;

	/** Removes a structure's field; false where there is none such. **/
	@:intrinsic("reflect.delete") public static function deleteField(o:Dynamic, field:String):Bool;

	public static function isFunction(f:Dynamic):Bool {
		return ValueKind.of(f) == ValueKind.FUNCTION;
	}

	/** Has `v` fields of its own: is it a structure, an instance, text, an array, a class or an enum? **/
	public static function isObject(v:Dynamic):Bool {
		return switch (ValueKind.of(v)) {
			case ValueKind.STRING, ValueKind.ARRAY, ValueKind.INSTANCE, ValueKind.STRUCTURE, ValueKind.TYPE: true;
			default: false;
		}
	}

	public static function isEnumValue(v:Dynamic):Bool {
		return ValueKind.of(v) == ValueKind.ENUM;
	}

	/** A new structure with the same fields. **/
	public static function copy<T>(o:Null<T>):Null<T> {
		if (o == null) return null;
		var result:Dynamic = {};
		for (name in fields(o)) setField(result, name, variable(o, name));
		return result;
	}

	/** Negative, 0 or positive, for two numbers or two texts. Null comes before everything else. **/
	public static function compare<T>(a:T, b:T):Int {
		if (a == b) return 0;
		if (a == null || b == null) return a == null ? -1 : 1;
		if (ValueKind.of(a) == ValueKind.STRING) {
			var left:String = cast a;
			var right:String = cast b;
			return left < right ? -1 : 1;
		}
		return rank(a) < rank(b) ? -1 : 1;
	}

	/** A number as itself, false before true. **/
	static function rank(v:Dynamic):Float {
		return ValueKind.of(v) == ValueKind.BOOL ? (v == true ? 1.0 : 0.0) : cast v;
	}

	/** The same function, or the same method of the same object? **/
	public static function compareMethods(f1:Dynamic, f2:Dynamic):Bool {
		return f1 == f2 || (isFunction(f1) && isFunction(f2) && sameFunction(f1, f2));
	}

	/** A function of any number of arguments, which `f` gets as an array. **/
	public static function makeVarArgs<T>(f:Array<Dynamic>->T):Dynamic {
		return variadic(f);
	}
}
