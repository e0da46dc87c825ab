import Type.ValueType;

/** Classes and enums as values: names, instances made by name, what they declare. **/
class Types {
	static function main() {
		names();
		making();
		declared();
		kinds();
		enums();
		texts();
	}

	static function sorted(names:Array<String>):String {
		names.sort(Reflect.compare);
		return names.join(" ");
	}

	static function names() {
		Sys.println(Type.getClassName(Derived));
		Sys.println(Type.getClassName(Type.getSuperClass(Derived)));
		Sys.println(Type.getSuperClass(Root));
		Sys.println(Type.getClass(new Derived(1)) == Derived);
		Sys.println(Type.getClass((new Derived(1) : Root)) == Derived);
		Sys.println(Type.getClass("text") == String);
		Sys.println(Type.getClass([1]) == Array);
		Sys.println(Type.getClass(5));
		Sys.println(Type.getClass({x: 1}));
		Sys.println(Type.getClass(null));
		Sys.println(Type.getClass(Derived));
		Sys.println(Type.resolveClass("Root") == Root);
		Sys.println(Type.resolveClass("Hid" + "den") != null);
		Sys.println(Type.resolveClass("Nobody"));
		Sys.println(Type.getEnumName(Colour));
		Sys.println(Type.resolveEnum("Colour") == Colour);
		Sys.println(Type.resolveEnum("Shape") != null);
		Sys.println(Type.resolveEnum("Nobody"));
		Sys.println(Type.getEnum(Red) == Colour);
		Sys.println(Type.getEnum(Mix(Red, 1.5)) == Colour);
	}

	static function making() {
		var made:Derived = Type.createInstance(Derived, [4, "b"]);
		Sys.println(made.describe());
		Sys.println(Type.createInstance(Derived, [4]).describe());
		var type:Class<Root> = Derived;
		Sys.println(Type.createInstance(type, [5]).describe());
		Sys.println(Type.createInstance(Inheriting, [6, "c"]).describe());
		var hidden:Dynamic = Type.createInstance(Type.resolveClass("Hid" + "den"), [1.5]);
		Sys.println(hidden.show());
		var empty = Type.createEmptyInstance(Derived);
		Sys.println(empty.label);
		Sys.println(Std.isOfType(empty, Root));
		var classes:Array<Class<Root>> = [Root, Derived, Inheriting];
		Sys.println([for (one in classes) Type.createInstance(one, [1]).describe()].join("; "));
		Sys.println(Type.createInstance(Array, []));
		Sys.println(Type.createInstance(String, ["text"]));
		var caught = try {
			Type.createInstance(Failing, []);
			"made";
		} catch (error:String) error;
		Sys.println(caught);
		var numbers:Dynamic = Type.createInstance(Numbers, [1, 2, true]);
		Sys.println(numbers.sum());
	}

	static function declared() {
		Sys.println(sorted(Type.getInstanceFields(Root)));
		Sys.println(sorted(Type.getInstanceFields(Derived)));
		Sys.println(sorted(Type.getClassFields(Root)));
		Sys.println(sorted(Type.getClassFields(Derived)));
		for (name in Type.getClassFields(Root)) {
			var value:Dynamic = Reflect.field(Root, name);
			Sys.println(Reflect.isFunction(value) ? "function" : "variable");
		}
	}

	static function kinds() {
		var values:Array<Dynamic> = [null, 1, 1.5, true, "s", [1], new Root(1), Red, {x: 1}, Root, Colour, () -> 1];
		for (value in values) Sys.println(describe(Type.typeof(value)));
		Sys.println(Type.enumEq(Type.typeof(1), TInt));
		Sys.println(Type.enumEq(Type.typeof("s"), TClass(String)));
		Sys.println(Std.isOfType(Root, Class));
		Sys.println(Std.isOfType(Colour, Enum));
		Sys.println(Std.isOfType(Colour, Class));
		Sys.println(Std.isOfType(Red, Colour));
	}

	static function describe(type:ValueType):String {
		return switch (type) {
			case TClass(c): "class " + Type.getClassName(c);
			case TEnum(e): "enum " + Type.getEnumName(e);
			case other: Std.string(other);
		}
	}

	static function enums() {
		Sys.println(Type.getEnumConstructs(Colour));
		Sys.println(Type.createEnum(Colour, "Red") == Red);
		Sys.println(Type.createEnum(Colour, "Mix", [Red, 2]));
		Sys.println(Type.createEnumIndex(Colour, 1) == Green);
		Sys.println(Type.createEnumIndex(Colour, 2, [Green, 0.5]));
		switch (Type.createEnum(Colour, "Mix", [Red, 2])) {
			case Mix(of, share): Sys.println(of + " " + share / 4);
			default: Sys.println("another");
		}
		Sys.println(Type.allEnums(Colour));
		Sys.println(Type.enumConstructor(Mix(Red, 1)));
		Sys.println(Type.enumIndex(Green));
		Sys.println(Type.enumParameters(Mix(Green, 0.25)));
		Sys.println(Type.enumParameters(Red));
		Sys.println(Type.enumEq(Mix(Red, 1), Mix(Red, 1)));
		Sys.println(Type.enumEq(Mix(Red, 1), Mix(Red, 2)));
		Sys.println(Type.enumEq(Mix(Mix(Red, 1), 1), Mix(Mix(Red, 1), 1)));
		Sys.println(Type.enumEq(Red, Green));
		var failed = try {
			Type.createEnum(Colour, "Blue");
			"made";
		} catch (error:Dynamic) "no such constructor";
		Sys.println(failed);
		Sys.println(Type.resolveEnum("Sha" + "pe").getConstructors());
		Sys.println(Colour.createByName("Green"));
		Sys.println(Colour.createAll());
		Sys.println(Mix(Red, 1).getName() + Mix(Red, 1).getIndex());
		Sys.println(Mix(Red, 1).equals(Mix(Red, 1)));
		Sys.println(Mix(Green, 3).getParameters());
	}

	static function texts() {
		Sys.println(Root);
		Sys.println(Colour);
		Sys.println("class " + Derived);
		Sys.println([Root, Derived]);
	}
}

class Root {
	public static var count = 3;
	public static var name = "root";

	public var id:Int;
	public var label:String = "a";

	public function new(id:Int, ?label:String) {
		this.id = id;
		if (label != null) this.label = label;
	}

	public function describe():String {
		return "root " + id + label;
	}

	public static function twice(n:Int):Int {
		return n * 2;
	}
}

class Derived extends Root {
	public static final FACTOR = 1.5;

	var extra:Float = 0.5;

	public function new(id, label = "z") {
		super(id, label);
	}

	override public function describe():String {
		return "derived " + id + label + extra;
	}
}

class Inheriting extends Root {
	var more = "more";
}

/** Nothing names it: only its path, made at run time, does. **/
@:keep
class Hidden {
	var value:Float;

	public function new(value) {
		this.value = value;
	}

	public function show():String {
		return "hidden " + value;
	}
}

class Failing {
	public function new() {
		throw "constructor failed";
	}
}

class Numbers {
	var whole:Int;
	var fraction:Float;
	var flag:Bool;

	public function new(whole:Int, fraction:Float, flag:Bool) {
		this.whole = whole;
		this.fraction = fraction;
		this.flag = flag;
	}

	public function sum():Float {
		return flag ? whole + fraction / 4 : 0;
	}
}

enum Colour {
	Red;
	Green;
	Mix(of:Colour, share:Float);
}

@:keep
enum Shape {
	Dot;
	Line(length:Int);
}
