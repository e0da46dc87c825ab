package core.math;

/** Three numbers: a point, direction, size or colour. Methods that change the vector return it. **/
class Vec3 {
	public var x:Float;
	public var y:Float;
	public var z:Float;

	public function new(x:Float = 0.0, y:Float = 0.0, z:Float = 0.0) {
		this.x = x;
		this.y = y;
		this.z = z;
	}

	public function set(x:Float, y:Float, z:Float):Vec3 {
		this.x = x;
		this.y = y;
		this.z = z;
		return this;
	}

	public function copyFrom(other:Vec3):Vec3 {
		return set(other.x, other.y, other.z);
	}

	public function equals(other:Vec3):Bool {
		return x == other.x && y == other.y && z == other.z;
	}

	public function clone():Vec3 {
		return new Vec3(x, y, z);
	}

	public function add(other:Vec3):Vec3 {
		return set(x + other.x, y + other.y, z + other.z);
	}

	/** Adds `other * factor`. **/
	public function addScaled(other:Vec3, factor:Float):Vec3 {
		return set(x + other.x * factor, y + other.y * factor, z + other.z * factor);
	}

	public function subtract(other:Vec3):Vec3 {
		return set(x - other.x, y - other.y, z - other.z);
	}

	/** Component by component. **/
	public function multiply(other:Vec3):Vec3 {
		return set(x * other.x, y * other.y, z * other.z);
	}

	public function scale(factor:Float):Vec3 {
		return set(x * factor, y * factor, z * factor);
	}

	public function negate():Vec3 {
		return set(-x, -y, -z);
	}

	/** The smaller of each component. **/
	public function min(other:Vec3):Vec3 {
		return set(Math.min(x, other.x), Math.min(y, other.y), Math.min(z, other.z));
	}

	/** The larger of each component. **/
	public function max(other:Vec3):Vec3 {
		return set(Math.max(x, other.x), Math.max(y, other.y), Math.max(z, other.z));
	}

	public function dot(other:Vec3):Float {
		return x * other.x + y * other.y + z * other.z;
	}

	/** Square to both, as a new vector. **/
	public function cross(other:Vec3):Vec3 {
		return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	public function length():Float {
		return Math.sqrt(dot(this));
	}

	public function lengthSquared():Float {
		return dot(this);
	}

	/** Makes the length 1; the zero vector stays. **/
	public function normalize():Vec3 {
		var size = length();
		return size == 0.0 ? this : scale(1.0 / size);
	}

	/** Shortens to `length` where it is longer. **/
	public function limit(length:Float):Vec3 {
		var size = this.length();
		return size > length ? scale(length / size) : this;
	}

	/** Goes towards `target`: not at all for 0, all the way for 1. **/
	public function lerp(target:Vec3, amount:Float):Vec3 {
		return set(x + (target.x - x) * amount, y + (target.y - y) * amount, z + (target.z - z) * amount);
	}

	/** Bounces off a surface whose normal, of length 1, is `normal`. **/
	public function reflect(normal:Vec3):Vec3 {
		return addScaled(normal, -2.0 * dot(normal));
	}

	/** Keeps the part that goes along `direction`, which need not have length 1. **/
	public function project(direction:Vec3):Vec3 {
		var size = direction.lengthSquared();
		var factor = size == 0.0 ? 0.0 : dot(direction) / size;
		return set(direction.x * factor, direction.y * factor, direction.z * factor);
	}

	/** The angle between the two directions, from 0 to PI. **/
	public function angleTo(other:Vec3):Float {
		return Math.atan2(cross(other).length(), dot(other));
	}

	/** The distance from `a` to `b`. **/
	public static function distance(a:Vec3, b:Vec3):Float {
		return Math.sqrt(distanceSquared(a, b));
	}

	public static function distanceSquared(a:Vec3, b:Vec3):Float {
		var dx = a.x - b.x;
		var dy = a.y - b.y;
		var dz = a.z - b.z;
		return dx * dx + dy * dy + dz * dz;
	}

	public function toString():String {
		return '($x, $y, $z)';
	}
}
