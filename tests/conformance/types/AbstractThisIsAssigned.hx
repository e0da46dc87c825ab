/** What is assigned to `this` is asked to have the underlying type. **/
abstract Scores(Map<String, Int>) {
	public function new() {
		this = [];
	}

	public function add(name:String, points:Int):Scores {
		this[name] = (this.exists(name) ? this[name] : 0) + points;
		return cast this;
	}

	public function total():Int {
		var sum = 0;
		for (points in this) sum += points;
		return sum;
	}
}

abstract Callback(Int->Float) {
	public inline function new(scale:Float) {
		this = count -> count * scale;
	}

	public inline function call(count:Int):Float {
		return this(count);
	}
}

abstract Row(Array<Null<Int>>) {
	public function new(isEmpty:Bool) {
		this = isEmpty ? [] : [null, 2];
	}

	public function show():String {
		return this.join(" ");
	}
}

class AbstractThisIsAssigned {
	static function main() {
		Sys.println(new Scores().add("a", 2).add("b", 3).add("a", 4).total());
		Sys.println(new Callback(1.5).call(3));
		Sys.println(new Row(true).show());
		Sys.println(new Row(false).show());
	}
}
