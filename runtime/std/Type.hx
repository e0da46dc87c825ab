/** Classes and enums as values. **/
class Type {
	@:intrinsic("type.classOf") static function classOf(o:Dynamic):Dynamic;

	@:intrinsic("type.path") static function pathOf(t:Dynamic):String;

	@:intrinsic("type.superclass") static function superclassOf(t:Dynamic):Dynamic;

	@:intrinsic("type.create") static function create(t:Dynamic, args:Array<Dynamic>):Dynamic;

	@:intrinsic("type.createEmpty") static function createEmpty(t:Dynamic):Dynamic;

	@:intrinsic("type.instanceFields") static function instanceFieldsOf(t:Dynamic):Array<String>;

	@:intrinsic("type.classFields") static function classFieldsOf(t:Dynamic):Array<String>;

	@:intrinsic("enum.type") static function enumOf(e:Dynamic):Dynamic;

	@:intrinsic("enum.constructors") static function constructorsOf(t:Dynamic):Array<String>;

	@:intrinsic("enum.arity") static function arityOf(t:Dynamic, index:Int):Int;

	@:intrinsic("enum.create") static function construct(t:Dynamic, index:Int, args:Array<Dynamic>):Dynamic;

	/** The class of an instance, else null. **/
	public static function getClass<T>(o:T):Class<T> {
		return cast classOf(o);
	}

	/** The enum of an enum value, else null. **/
	public static function getEnum(o:EnumValue):Enum<Dynamic> {
		return Reflect.isEnumValue(o) ? cast enumOf(o) : null;
	}

	/** The full path of a class. **/
	public static function getClassName(c:Class<Dynamic>):String {
		return pathOf(c);
	}

	/** The full path of an enum. **/
	public static function getEnumName(e:Enum<Dynamic>):String {
		return pathOf(e);
	}

	/** Null for a class without one. **/
	public static function getSuperClass(c:Class<Dynamic>):Class<Dynamic> {
		return cast superclassOf(c);
	}

	/** The program's class with the path, else null. A path made at run time finds no class of the standard library that is not used otherwise. **/
	@:intrinsic("type.resolve") public static function resolveClass(name:String):Class<Dynamic>;

	/** The program's enum with the path, else null; see `resolveClass`. **/
	@:intrinsic("type.resolveEnum") public static function resolveEnum(name:String):Enum<Dynamic>;

	/** A new instance whose constructor got `args`. Those that are missing are null. **/
	public static function createInstance<T>(cl:Class<T>, args:Array<Dynamic>):T {
		return switch (pathOf(cl)) {
			case "Array": cast [];
			case "String": cast args[0];
			default: cast create(cl, args);
		}
	}

	/** A new instance whose constructor has not run: every variable is zero, false or null. **/
	public static function createEmptyInstance<T>(cl:Class<T>):T {
		return switch (pathOf(cl)) {
			case "Array": cast [];
			case "String": cast "";
			default: cast createEmpty(cl);
		}
	}

	/** The value of an enum's constructor. Throws where there is none such or `params` does not fit. **/
	public static function createEnum<T>(e:Enum<T>, constr:String, ?params:Array<Dynamic>):T {
		var index = constructorsOf(e).indexOf(constr);
		if (index < 0) throw "No such constructor " + constr;
		return createEnumIndex(e, index, params);
	}

	/** The value of the constructor with the number. Throws where there is none such or `params` does not fit. **/
	public static function createEnumIndex<T>(e:Enum<T>, index:Int, ?params:Array<Dynamic>):T {
		var constructors = constructorsOf(e);
		if (index < 0 || index >= constructors.length) throw index + " is not a valid enum constructor index";
		var args = params == null ? [] : params;
		var arity = arityOf(e, index);
		if (arity == 0 && args.length > 0) throw "Constructor " + constructors[index] + " does not need parameters";
		if (arity > 0 && args.length == 0) throw "Constructor " + constructors[index] + " needs parameters";
		return cast construct(e, index, [for (i in 0...arity) args[i]]);
	}

	/** The names of an instance's variables and methods, also inherited ones; those of a base class come first. **/
	public static function getInstanceFields(c:Class<Dynamic>):Array<String> {
		return instanceFieldsOf(c);
	}

	/** The names of a class's own static variables and functions. **/
	public static function getClassFields(c:Class<Dynamic>):Array<String> {
		return classFieldsOf(c);
	}

	/** The names of an enum's constructors in their order. **/
	public static function getEnumConstructs(e:Enum<Dynamic>):Array<String> {
		return constructorsOf(e);
	}

	/** What kind of value `v` is. A Float that a 32-bit integer equals is a `TInt`. **/
	public static function typeof(v:Dynamic):ValueType {
		return switch (haxe.internal.ValueKind.of(v)) {
			case haxe.internal.ValueKind.NULL: TNull;
			case haxe.internal.ValueKind.INT: TInt;
			case haxe.internal.ValueKind.FLOAT: TFloat;
			case haxe.internal.ValueKind.BOOL: TBool;
			case haxe.internal.ValueKind.STRING, haxe.internal.ValueKind.ARRAY, haxe.internal.ValueKind.INSTANCE: TClass(cast classOf(v));
			case haxe.internal.ValueKind.ENUM: TEnum(cast enumOf(v));
			case haxe.internal.ValueKind.STRUCTURE, haxe.internal.ValueKind.TYPE: TObject;
			case haxe.internal.ValueKind.FUNCTION: TFunction;
			default: TUnknown;
		}
	}

	/** Same constructor and equal arguments; enum values among the arguments are compared the same way. **/
	public static function enumEq<T:EnumValue>(a:T, b:T):Bool {
		if (a == b) return true;
		if (a == null || b == null || enumOf(a) != enumOf(b) || enumIndex(a) != enumIndex(b)) return false;
		var left = enumParameters(a);
		var right = enumParameters(b);
		for (i in 0...left.length) if (!argumentsEqual(left[i], right[i])) return false;
		return true;
	}

	static function argumentsEqual(a:Dynamic, b:Dynamic):Bool {
		return Reflect.isEnumValue(a) && Reflect.isEnumValue(b) ? enumEq((a:EnumValue), (b:EnumValue)) : a == b;
	}

	/** The name of an enum value's constructor. **/
	@:intrinsic("enum.constructor") public static function enumConstructor(e:EnumValue):String;

	@:intrinsic("enum.params") public static function enumParameters(e:EnumValue):Array<Dynamic>;

	/** The number of an enum value's constructor. **/
	@:intrinsic("enum.index") public static function enumIndex(e:EnumValue):Int;

	/** The values of all constructors that take no arguments, in their order. **/
	public static function allEnums<T>(e:Enum<T>):Array<T> {
		return [for (i in 0...constructorsOf(e).length) if (arityOf(e, i) == 0) cast construct(e, i, [])];
	}
}

/** The kinds of values that `Type.typeof` tells apart. **/
enum ValueType {
	TNull;
	TInt;
	TFloat;
	TBool;
	/** A structure, a class or an enum. **/
	TObject;
	TFunction;
	TClass(c:Class<Dynamic>);
	TEnum(e:Enum<Dynamic>);
	TUnknown;
}
