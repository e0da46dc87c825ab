package core.math;

/** A pair of numbers: a point or direction in a plane. Methods that change the vector return it. **/
class Vec2 {
	public var x:Float;
	public var y:Float;

	public function new(x:Float = 0.0, y:Float = 0.0) {
		this.x = x;
		this.y = y;
	}

	/** The direction at an angle from the x axis, in radians. **/
	public static function fromAngle(radians:Float):Vec2 {
		return new Vec2(Math.cos(radians), Math.sin(radians));
	}

	public function set(x:Float, y:Float):Vec2 {
		this.x = x;
		this.y = y;
		return this;
	}

	public function copyFrom(other:Vec2):Vec2 {
		return set(other.x, other.y);
	}

	public function equals(other:Vec2):Bool {
		return x == other.x && y == other.y;
	}

	public function clone():Vec2 {
		return new Vec2(x, y);
	}

	public function add(other:Vec2):Vec2 {
		return set(x + other.x, y + other.y);
	}

	/** Adds `other * factor`. **/
	public function addScaled(other:Vec2, factor:Float):Vec2 {
		return set(x + other.x * factor, y + other.y * factor);
	}

	public function subtract(other:Vec2):Vec2 {
		return set(x - other.x, y - other.y);
	}

	/** Component by component. **/
	public function multiply(other:Vec2):Vec2 {
		return set(x * other.x, y * other.y);
	}

	public function scale(factor:Float):Vec2 {
		return set(x * factor, y * factor);
	}

	public function negate():Vec2 {
		return set(-x, -y);
	}

	/** The smaller of each component. **/
	public function min(other:Vec2):Vec2 {
		return set(Math.min(x, other.x), Math.min(y, other.y));
	}

	/** The larger of each component. **/
	public function max(other:Vec2):Vec2 {
		return set(Math.max(x, other.x), Math.max(y, other.y));
	}

	public function dot(other:Vec2):Float {
		return x * other.x + y * other.y;
	}

	/** The z of the product in space: positive where `other` is to the left. **/
	public function cross(other:Vec2):Float {
		return x * other.y - y * other.x;
	}

	public function length():Float {
		return Math.sqrt(dot(this));
	}

	public function lengthSquared():Float {
		return dot(this);
	}

	/** Makes the length 1; the zero vector stays. **/
	public function normalize():Vec2 {
		var size = length();
		return size == 0.0 ? this : scale(1.0 / size);
	}

	/** Shortens to `length` where it is longer. **/
	public function limit(length:Float):Vec2 {
		var size = this.length();
		return size > length ? scale(length / size) : this;
	}

	/** Goes towards `target`: not at all for 0, all the way for 1. **/
	public function lerp(target:Vec2, amount:Float):Vec2 {
		return set(x + (target.x - x) * amount, y + (target.y - y) * amount);
	}

	/** Turns to the left, from x to y. **/
	public function rotate(radians:Float):Vec2 {
		var c = Math.cos(radians);
		var s = Math.sin(radians);
		return set(x * c - y * s, x * s + y * c);
	}

	/** A quarter turn to the left. **/
	public function turnLeft():Vec2 {
		return set(-y, x);
	}

	/** Bounces off a surface whose normal, of length 1, is `normal`. **/
	public function reflect(normal:Vec2):Vec2 {
		return addScaled(normal, -2.0 * dot(normal));
	}

	/** The angle from the x axis, from -PI to PI. **/
	public function angle():Float {
		return Math.atan2(y, x);
	}

	/** The angle by which this has to turn to the left to point where `other` does, from -PI to PI. **/
	public function angleTo(other:Vec2):Float {
		return Math.atan2(cross(other), dot(other));
	}

	/** The distance from `a` to `b`. **/
	public static function distance(a:Vec2, b:Vec2):Float {
		return Math.sqrt(distanceSquared(a, b));
	}

	public static function distanceSquared(a:Vec2, b:Vec2):Float {
		var dx = a.x - b.x;
		var dy = a.y - b.y;
		return dx * dx + dy * dy;
	}

	public function toString():String {
		return '($x, $y)';
	}
}
