package core.math;

/** Four numbers: a point in homogeneous coordinates, a plane, a colour with alpha. Methods that change it return it. **/
class Vec4 {
	public var x:Float;
	public var y:Float;
	public var z:Float;
	public var w:Float;

	public function new(x:Float = 0.0, y:Float = 0.0, z:Float = 0.0, w:Float = 0.0) {
		this.x = x;
		this.y = y;
		this.z = z;
		this.w = w;
	}

	public function set(x:Float, y:Float, z:Float, w:Float):Vec4 {
		this.x = x;
		this.y = y;
		this.z = z;
		this.w = w;
		return this;
	}

	public function copyFrom(other:Vec4):Vec4 {
		return set(other.x, other.y, other.z, other.w);
	}

	public function equals(other:Vec4):Bool {
		return x == other.x && y == other.y && z == other.z && w == other.w;
	}

	public function clone():Vec4 {
		return new Vec4(x, y, z, w);
	}

	public function add(other:Vec4):Vec4 {
		return set(x + other.x, y + other.y, z + other.z, w + other.w);
	}

	/** Adds `other * factor`. **/
	public function addScaled(other:Vec4, factor:Float):Vec4 {
		return set(x + other.x * factor, y + other.y * factor, z + other.z * factor, w + other.w * factor);
	}

	public function subtract(other:Vec4):Vec4 {
		return set(x - other.x, y - other.y, z - other.z, w - other.w);
	}

	/** Component by component. **/
	public function multiply(other:Vec4):Vec4 {
		return set(x * other.x, y * other.y, z * other.z, w * other.w);
	}

	public function scale(factor:Float):Vec4 {
		return set(x * factor, y * factor, z * factor, w * factor);
	}

	public function negate():Vec4 {
		return set(-x, -y, -z, -w);
	}

	public function dot(other:Vec4):Float {
		return x * other.x + y * other.y + z * other.z + w * other.w;
	}

	public function length():Float {
		return Math.sqrt(dot(this));
	}

	/** Makes the length 1; the zero vector stays. **/
	public function normalize():Vec4 {
		var size = length();
		return size == 0.0 ? this : scale(1.0 / size);
	}

	/** Goes towards `target`: not at all for 0, all the way for 1. **/
	public function lerp(target:Vec4, amount:Float):Vec4 {
		return set(x + (target.x - x) * amount, y + (target.y - y) * amount, z + (target.z - z) * amount, w + (target.w - w) * amount);
	}

	/** The point in space that this stands for in homogeneous coordinates, as a new vector. **/
	public function toPoint():Vec3 {
		return new Vec3(x / w, y / w, z / w);
	}

	public function toString():String {
		return '($x, $y, $z, $w)';
	}
}
