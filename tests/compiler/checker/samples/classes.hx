interface Named {
	var name(get, never):String;
	function greet(other:Named):String;
}

interface Counter extends Named {
	var count:Int;
}

abstract class Base implements Named {
	public var name(get, never):String;

	static var instances = 0;

	var id:Int = 0;
	final kind:String;

	public function new(kind:String, ?id:Int) {
		this.kind = kind;
		if (id != null) this.id = id;
		instances++;
	}

	function get_name():String {
		return kind + id;
	}

	public function greet(other:Named):String {
		return 'Hello ${other.name}, I am $name';
	}

	public abstract function area(scale:Float):Float;
}

class Square extends Base {
	public var size(default, set):Float = 1;
	public var area2(get, never):Float;

	public function new(size:Float) {
		super("square");
		this.size = size;
	}

	function get_area2()
		return size * size;

	function set_size(value:Float):Float {
		if (value < 0) value = 0;
		return size = value;
	}

	public function area(scale:Float):Float {
		return size * size * scale;
	}

	override public function greet(other:Named):String {
		return super.greet(other) + "!";
	}
}

class Inherits extends Square {
	var extra = [1, 2, 3];
}

class Classes {
	static var shared:Square = new Square(3);

	static inline var LIMIT = 10;
	static inline final NAME = "name" + "d";
	static final DERIVED = LIMIT * 2;

	static function main() {
		var s = new Square(2);
		$type(s.size); // Float
		s.size += 2;
		s.size++;
		$type(s.size = 3); // Float
		var n:Named = s;
		$type(n.name); // String
		$type(n.greet(s)); // String
		var b:Base = s;
		$type(b.area(2)); // Float
		$type(LIMIT); // Int
		$type(NAME); // String
		$type(DERIVED); // Int
		var m = s.greet;
		$type(m); // (other : Named) -> String
		var i = new Inherits(4);
		$type(i.area2); // Float
		$type(shared.greet(i)); // String
		var d = Std.downcast(b, Square);
		$type(d); // Square
		$type(cast(b, Square)); // Square
		$type(b is Square); // Bool
		var list:Array<Base> = [s, i];
		for (item in list) $type(item.name); // String
		$type([s, i]); // Array<Square>
	}
}
