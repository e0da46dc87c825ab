package core.math;

/** A rotation as a unit quaternion. **/
class Quat {
	public var x:Float;
	public var y:Float;
	public var z:Float;
	public var w:Float;

	public function new(x:Float = 0.0, y:Float = 0.0, z:Float = 0.0, w:Float = 1.0) {
		this.x = x;
		this.y = y;
		this.z = z;
		this.w = w;
	}

	public function set(x:Float, y:Float, z:Float, w:Float):Quat {
		this.x = x;
		this.y = y;
		this.z = z;
		this.w = w;
		return this;
	}

	public function copyFrom(other:Quat):Quat {
		return set(other.x, other.y, other.z, other.w);
	}

	public function equals(other:Quat):Bool {
		return x == other.x && y == other.y && z == other.z && w == other.w;
	}

	public function clone():Quat {
		return new Quat(x, y, z, w);
	}

	/** The rotation by `radians` around `axis`, which need not have length 1. **/
	public static function fromAxisAngle(axis:Vec3, radians:Float):Quat {
		var size = axis.length();
		if (size == 0.0) return new Quat();
		var s = Math.sin(radians * 0.5) / size;
		return new Quat(axis.x * s, axis.y * s, axis.z * s, Math.cos(radians * 0.5));
	}

	/** The rotation that yaws around y, then pitches around x, then rolls around z (radians). **/
	public static function fromEuler(pitch:Float, yaw:Float, roll:Float):Quat {
		var turn = fromAxisAngle(new Vec3(0.0, 1.0, 0.0), yaw);
		turn.multiply(fromAxisAngle(new Vec3(1.0, 0.0, 0.0), pitch));
		return turn.multiply(fromAxisAngle(new Vec3(0.0, 0.0, 1.0), roll));
	}

	/** Applies `other` first, then this rotation: this = this * other. **/
	public function multiply(other:Quat):Quat {
		return set(w * other.x + x * other.w + y * other.z - z * other.y, w * other.y - x * other.z + y * other.w + z * other.x,
			w * other.z + x * other.y - y * other.x + z * other.w, w * other.w - x * other.x - y * other.y - z * other.z);
	}

	/** Undoes the drift of many multiplications. **/
	public function normalize():Quat {
		var size = Math.sqrt(x * x + y * y + z * z + w * w);
		return size == 0.0 ? set(0.0, 0.0, 0.0, 1.0) : set(x / size, y / size, z / size, w / size);
	}

	/** `v` rotated, as a new vector. **/
	public function rotate(v:Vec3):Vec3 {
		var tx = 2.0 * (y * v.z - z * v.y);
		var ty = 2.0 * (z * v.x - x * v.z);
		var tz = 2.0 * (x * v.y - y * v.x);
		return new Vec3(v.x + w * tx + y * tz - z * ty, v.y + w * ty + z * tx - x * tz, v.z + w * tz + x * ty - y * tx);
	}

	public function toString():String {
		return '($x, $y, $z, $w)';
	}
}
