interface Shape {
	function name():String;
}

class Circle implements Shape {
	public function new() {}

	public function name():String {
		return "circle";
	}
}

class Square implements Shape {
	public function new() {}

	public function name():String {
		return "square";
	}
}

/** What one case says about an unknown type parameter holds for the cases after it. **/
class CasesSettleTheExpectedType {
	static function main() {
		for (kind in 0...3) {
			var shape:Shape = last(switch (kind) {
				case 0: ([new Square()] : Array<Shape>);
				case 1: [for (_ in 0...2) new Circle()];
				case _: [new Square(), new Circle(), new Square()];
			}, new Circle());
			Sys.println(shape.name());
		}
	}

	static function last<T>(items:Array<T>, byDefault:T):T {
		Sys.println('${items.length} shapes');
		return items.length == 0 ? byDefault : items[items.length - 1];
	}
}
