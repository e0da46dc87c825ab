package haxe;

/** What an enum can tell of itself; for `using haxe.EnumTools`. **/
class EnumTools {
	/** The full path. **/
	public static function getName<T>(e:Enum<T>):String {
		return Type.getEnumName(e);
	}

	/** The value of constructor `constr`. Throws where there is none such or `params` does not fit. **/
	public static function createByName<T>(e:Enum<T>, constr:String, ?params:Array<Dynamic>):T {
		return Type.createEnum(e, constr, params);
	}

	/** The value of the constructor with number `index`. Throws where there is none such or `params` does not fit. **/
	public static function createByIndex<T>(e:Enum<T>, index:Int, ?params:Array<Dynamic>):T {
		return Type.createEnumIndex(e, index, params);
	}

	/** The values of all constructors that take no arguments. **/
	public static function createAll<T>(e:Enum<T>):Array<T> {
		return Type.allEnums(e);
	}

	/** The names of the constructors in their order. **/
	public static function getConstructors<T>(e:Enum<T>):Array<String> {
		return Type.getEnumConstructs(e);
	}
}

/** What an enum value can tell of itself. **/
class EnumValueTools {
	/** Same constructor and equal arguments. **/
	public static function equals<T:EnumValue>(a:T, b:T):Bool {
		return Type.enumEq(a, b);
	}

	/** The constructor's name. **/
	public static function getName(e:EnumValue):String {
		return Type.enumConstructor(e);
	}

	public static function getParameters(e:EnumValue):Array<Dynamic> {
		return Type.enumParameters(e);
	}

	/** The constructor's number. **/
	public static function getIndex(e:EnumValue):Int {
		return Type.enumIndex(e);
	}
}
