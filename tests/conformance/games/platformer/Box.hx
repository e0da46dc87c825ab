package platformer;

/** A rectangle whose sides lie along the axes, by its least corner and its size; y points down. **/
@:structInit class Box {
	public var x:Float;
	public var y:Float;
	public final width:Float;
	public final height:Float;

	public var right(get, set):Float;
	public var bottom(get, set):Float;

	public function new(x:Float, y:Float, width:Float, height:Float) {
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
	}

	inline function get_right():Float {
		return x + width;
	}

	inline function set_right(value:Float):Float {
		x = value - width;
		return value;
	}

	inline function get_bottom():Float {
		return y + height;
	}

	inline function set_bottom(value:Float):Float {
		y = value - height;
		return value;
	}

	/** Boxes that only touch do not overlap. **/
	public function overlaps(other:Box):Bool {
		return x < other.right && other.x < right && y < other.bottom && other.y < bottom;
	}
}
