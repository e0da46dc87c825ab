/** Classes and enums as values. **/
class Type {
	@:intrinsic("type.classOf") static function classOf(o:Dynamic):Dynamic;

	@:intrinsic("type.path") static function pathOf(t:Dynamic):String;

	@:intrinsic("type.superclass") static function superclassOf(t:Dynamic):Dynamic;

	@:intrinsic("type.resolve") static function resolve(path:String):Dynamic;

	@:intrinsic("enum.constructor") static function constructorOf(e:Dynamic):String;

	@:intrinsic("enum.params") static function paramsOf(e:Dynamic):Array<Dynamic>;

	/** The class of an instance, else null. **/
	public static function getClass<T>(o:T):Class<T> {
		return cast classOf(o);
	}

	/** The full path of a class. **/
	public static function getClassName(c:Class<Dynamic>):String {
		return pathOf(c);
	}

	public static function getEnumName(e:Enum<Dynamic>):String {
		return pathOf(e);
	}

	/** Null for a class without one. **/
	public static function getSuperClass(c:Class<Dynamic>):Class<Dynamic> {
		return cast superclassOf(c);
	}

	/** The program's class with the path, else null. **/
	public static function resolveClass(name:String):Class<Dynamic> {
		return cast resolve(name);
	}

	/** The name of an enum value's constructor. **/
	public static function enumConstructor(e:EnumValue):String {
		return constructorOf(e);
	}

	public static function enumParameters(e:EnumValue):Array<Dynamic> {
		return paramsOf(e);
	}
}
