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

	public function scale(factor:Float):Vec3 {
		return set(x * factor, y * factor, z * factor);
	}

	public function dot(other:Vec3):Float {
		return x * other.x + y * other.y + z * other.z;
	}

	public function cross(other:Vec3):Vec3 {
		return new Vec3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
	}

	public function length():Float {
		return Math.sqrt(dot(this));
	}

	/** Makes the length 1; the zero vector stays. **/
	public function normalize():Vec3 {
		var size = length();
		return size == 0.0 ? this : scale(1.0 / size);
	}

	/** The distance from `a` to `b`. **/
	public static function distance(a:Vec3, b:Vec3):Float {
		var dx = a.x - b.x;
		var dy = a.y - b.y;
		var dz = a.z - b.z;
		return Math.sqrt(dx * dx + dy * dy + dz * dz);
	}

	public function toString():String {
		return '($x, $y, $z)';
	}
}
