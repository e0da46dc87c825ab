/** Fields by name: of structures, instances, classes, text and arrays. **/
class Fields {
	static function main() {
		structures();
		instances();
		properties();
		statics();
		builtIns();
	}

	static function sorted(names:Array<String>):String {
		names.sort(Reflect.compare);
		return names.join(" ");
	}

	static function structures() {
		var point:Dynamic = {x: 1, y: 2.5};
		Sys.println(Reflect.hasField(point, "x"));
		Sys.println(Reflect.hasField(point, "z"));
		Sys.println(Reflect.field(point, "y"));
		Sys.println(Reflect.field(point, "z"));
		Reflect.setField(point, "z", "deep");
		Sys.println(point.z);
		Sys.println(sorted(Reflect.fields(point)));
		Sys.println(Reflect.deleteField(point, "x"));
		Sys.println(Reflect.deleteField(point, "x"));
		Sys.println(sorted(Reflect.fields(point)));
		var copy:Dynamic = Reflect.copy(point);
		copy.y = 9;
		Sys.println(point.y + " " + copy.y + " " + copy.z);
		Sys.println(Reflect.copy(null));
		Sys.println(Reflect.getProperty(point, "y"));
		Reflect.setProperty(point, "y", 3);
		Sys.println(point.y);
		var name = "compu" + "ted";
		Reflect.setField(point, name, [1]);
		Sys.println(Reflect.field(point, name));
		Sys.println(Reflect.field(null, "x"));
	}

	static function instances() {
		var dog:Animal = new Dog("Rex");
		Sys.println(sorted(Reflect.fields(dog)));
		Sys.println(Reflect.field(dog, "name"));
		Sys.println(Reflect.field(dog, "legs"));
		Sys.println(Reflect.field(dog, "wings"));
		Reflect.setField(dog, "legs", 3);
		Sys.println(dog.legs);
		Reflect.setField(dog, "name", "Max");
		Sys.println(Reflect.callMethod(dog, Reflect.field(dog, "speak"), []));
		Sys.println(Reflect.hasField(dog, "name"));
		var speak:Void->String = Reflect.field(dog, "speak");
		Sys.println(speak());
		for (method in ["speak", "jump"]) Sys.println(Reflect.isFunction(Reflect.field(dog, method)));
		Sys.println(Reflect.callMethod(dog, Reflect.field(dog, "jump"), [2, "high"]));
		var dynamicDog:Dynamic = dog;
		Sys.println(dynamicDog.jump(1, "low"));
		Sys.println(Reflect.callMethod(dog, Reflect.field(dog, "jump"), [4]));
	}

	static function properties() {
		var box = new Box(3);
		Sys.println(Reflect.getProperty(box, "area"));
		Sys.println(Reflect.field(box, "area"));
		Reflect.setProperty(box, "side", 5);
		Sys.println(box.side);
		Sys.println(Reflect.getProperty(box, "side"));
		Reflect.setField(box, "side", 7);
		Sys.println(box.side);
		Reflect.setProperty(box, "plain", "p");
		Sys.println(Reflect.getProperty(box, "plain"));
		Sys.println(Reflect.getProperty(Box, "made"));
		Reflect.setProperty(Box, "made", 10);
		Sys.println(Box.made);
		Sys.println(Reflect.getProperty(box, "nothing"));
	}

	static function statics() {
		Sys.println(Reflect.field(Animal, "count"));
		Reflect.setField(Animal, "count", 8);
		Sys.println(Animal.count);
		Sys.println(Reflect.hasField(Animal, "count"));
		Sys.println(Reflect.hasField(Animal, "nothing"));
		Sys.println(Reflect.callMethod(Animal, Reflect.field(Animal, "kindOf"), ["cat"]));
		Sys.println(Reflect.field(Animal, "nothing"));
		var type:Dynamic = Animal;
		Sys.println(type.count);
		type.count = 9;
		Sys.println(Animal.count);
		Sys.println(type.kindOf("bird"));
		Sys.println(type.factor);
		Sys.println(Reflect.field(Type.getClass(new Dog("a")), "breeds"));
	}

	static function builtIns() {
		Sys.println(Reflect.field("four", "length"));
		Sys.println(Reflect.field([1, 2], "length"));
		var upper:Dynamic = Reflect.field("four", "toUpperCase");
		Sys.println(upper());
		Sys.println(Reflect.callMethod("a-b", Reflect.field("a-b", "split"), ["-"]));
		Sys.println(Reflect.field(5, "anything"));
	}
}

class Animal {
	public static var count = 0;
	public static var factor:Float = 1.5;

	public var name:String;
	public var legs:Int = 4;

	public function new(name) {
		this.name = name;
		count++;
	}

	public function speak():String {
		return name + "?";
	}

	public static function kindOf(what:String):String {
		return "kind of " + what;
	}
}

class Dog extends Animal {
	public static var breeds = ["pug"];

	override public function speak():String {
		return name + "!";
	}

	public function jump(times:Int, ?how:String):String {
		return 'jumps $times $how';
	}
}

class Box {
	public static var made(default, set):Int = 1;

	public var side(default, set):Float;
	public var area(get, never):Float;
	public var plain:String;

	public function new(side) {
		this.side = side;
	}

	static function set_made(value:Int):Int {
		return made = value * 2;
	}

	function set_side(value:Float):Float {
		return side = value + 100;
	}

	function get_area():Float {
		return side * side;
	}
}
