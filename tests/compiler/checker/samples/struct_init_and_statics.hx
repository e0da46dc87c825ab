@:structInit class Size {
	public var width:Float;
	public var height:Float = 1;
	public final unit:String = "px";
	public var label:Null<String> = null;
}

@:structInit class Named {
	public var name:String;

	public function new(name:String, ?age:Int)
		this.name = name + age;
}

class StructInitAndStatics {
	static function next():Int {
		static var count = 0;
		return ++count;
	}

	static function area(size:Size):Float
		return size.width * size.height;

	static function main() {
		var size:Size = {width: 2};
		$type(size.unit); // String
		area({height: 3, width: 4, label: "x"});
		var named:Named = {name: "a", age: 3};
		$type(named.name); // String
		$type(next()); // Int
		var sizes:Array<Size> = [{width: 1}, {width: 2, height: 2}];
		$type(sizes[0].height); // Float
	}
}
