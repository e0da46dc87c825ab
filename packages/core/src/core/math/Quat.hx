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

	/** The shortest rotation that turns direction `from` to direction `to`. **/
	public static function fromTo(from:Vec3, to:Vec3):Quat {
		var scale = Math.sqrt(from.lengthSquared() * to.lengthSquared());
		var w = scale + from.dot(to);
		// Opposite directions: half a turn around any axis that is square to them.
		if (w <= scale * 1e-12) {
			return Math.abs(from.x) > Math.abs(from.z) ? new Quat(-from.y, from.x, 0.0, 0.0).normalize() : new Quat(0.0, -from.z, from.y, 0.0).normalize();
		}
		var axis = from.cross(to);
		return new Quat(axis.x, axis.y, axis.z, w).normalize();
	}

	/** The rotation of something that looks along -z and has y above, to look along `forward` with `up` above. **/
	public static function lookAlong(forward:Vec3, up:Vec3):Quat {
		var back = forward.clone().negate().normalize();
		var right = up.cross(back).normalize();
		return fromAxes(right, back.cross(right), back);
	}

	/** The rotation that turns the axes of space to these three, which are square to each other and of length 1. **/
	public static function fromAxes(x:Vec3, y:Vec3, z:Vec3):Quat {
		var trace = x.x + y.y + z.z;
		if (trace > 0.0) return new Quat(y.z - z.y, z.x - x.z, x.y - y.x, 1.0 + trace).normalize();
		if (x.x >= y.y && x.x >= z.z) return new Quat(1.0 + x.x - y.y - z.z, x.y + y.x, z.x + x.z, y.z - z.y).normalize();
		if (y.y >= z.z) return new Quat(x.y + y.x, 1.0 + y.y - x.x - z.z, y.z + z.y, z.x - x.z).normalize();
		return new Quat(z.x + x.z, y.z + z.y, 1.0 + z.z - x.x - y.y, x.y - y.x).normalize();
	}

	public function dot(other:Quat):Float {
		return x * other.x + y * other.y + z * other.z + w * other.w;
	}

	/** The rotation back. **/
	public function invert():Quat {
		return set(-x, -y, -z, w);
	}

	/** The angle between two rotations, from 0 to PI. **/
	public function angleTo(other:Quat):Float {
		return 2.0 * Math.acos(Math.min(1.0, Math.abs(dot(other))));
	}

	/** Turns towards `target` at even speed the short way (Shoemake 1985): not at all for 0, all the way for 1. **/
	public function slerp(target:Quat, amount:Float):Quat {
		var cosine = dot(target);
		var sign = cosine < 0.0 ? -1.0 : 1.0;
		var angle = Math.acos(Math.min(1.0, cosine * sign));
		var sine = Math.sin(angle);
		// Where the two are all but the same, the arc is a line.
		var own = sine < 1e-6 ? 1.0 - amount : Math.sin((1.0 - amount) * angle) / sine;
		var other = sign * (sine < 1e-6 ? amount : Math.sin(amount * angle) / sine);
		return set(x * own + target.x * other, y * own + target.y * other, z * own + target.z * other, w * own + target.w * other).normalize();
	}

	/** Pitch around x, yaw around y and roll around z in radians, as `fromEuler` takes them. **/
	public function toEuler():Vec3 {
		var pitch = Math.asin(Numbers.clamp(2.0 * (x * w - y * z), -1.0, 1.0));
		var yaw = Math.atan2(2.0 * (x * z + y * w), 1.0 - 2.0 * (x * x + y * y));
		var roll = Math.atan2(2.0 * (x * y + z * w), 1.0 - 2.0 * (x * x + z * z));
		return new Vec3(pitch, yaw, roll);
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
