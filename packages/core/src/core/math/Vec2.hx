package core.math;

/** A pair of numbers: a point or direction in a plane. **/
class Vec2 {
	public var x:Float;
	public var y:Float;

	public function new(x:Float = 0.0, y:Float = 0.0) {
		this.x = x;
		this.y = y;
	}

	public function set(x:Float, y:Float):Vec2 {
		this.x = x;
		this.y = y;
		return this;
	}

	public function length():Float {
		return Math.sqrt(x * x + y * y);
	}

	/** The distance from `a` to `b`. **/
	public static function distance(a:Vec2, b:Vec2):Float {
		var dx = a.x - b.x;
		var dy = a.y - b.y;
		return Math.sqrt(dx * dx + dy * dy);
	}

	public function toString():String {
		return '($x, $y)';
	}
}
