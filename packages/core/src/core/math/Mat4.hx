package core.math;

/** A 4x4 matrix, column by column as the GPU reads it: element `row` of column `col` is `m[col * 4 + row]`. **/
class Mat4 {
	public final m:Array<Float> = [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0];

	public function new() {}

	/** Scale, then rotation, then translation. **/
	public function compose(position:Vec3, rotation:Quat, scale:Vec3):Mat4 {
		var q = rotation;
		setColumn(0, scale.x * (1.0 - 2.0 * (q.y * q.y + q.z * q.z)), scale.x * 2.0 * (q.x * q.y + q.z * q.w),
			scale.x * 2.0 * (q.x * q.z - q.y * q.w), 0.0);
		setColumn(1, scale.y * 2.0 * (q.x * q.y - q.z * q.w), scale.y * (1.0 - 2.0 * (q.x * q.x + q.z * q.z)),
			scale.y * 2.0 * (q.y * q.z + q.x * q.w), 0.0);
		setColumn(2, scale.z * 2.0 * (q.x * q.z + q.y * q.w), scale.z * 2.0 * (q.y * q.z - q.x * q.w),
			scale.z * (1.0 - 2.0 * (q.x * q.x + q.y * q.y)), 0.0);
		return setColumn(3, position.x, position.y, position.z, 1.0);
	}

	/** this = a * b: `b` is applied first. Neither may be this matrix. **/
	public function multiply(a:Mat4, b:Mat4):Mat4 {
		for (col in 0...4) {
			for (row in 0...4) {
				var sum = 0.0;
				for (k in 0...4) sum += a.m[k * 4 + row] * b.m[col * 4 + k];
				m[col * 4 + row] = sum;
			}
		}
		return this;
	}

	/** A perspective view of `fovDegrees` from bottom to top; depth -1 at `near`, 1 at `far`. **/
	public function perspective(fovDegrees:Float, aspect:Float, near:Float, far:Float):Mat4 {
		var f = 1.0 / Math.tan(fovDegrees * Math.PI / 360.0);
		setColumn(0, f / aspect, 0.0, 0.0, 0.0);
		setColumn(1, 0.0, f, 0.0, 0.0);
		setColumn(2, 0.0, 0.0, (far + near) / (near - far), -1.0);
		return setColumn(3, 0.0, 0.0, 2.0 * far * near / (near - far), 0.0);
	}

	/** The inverse of a matrix of rotation and translation only: what a camera there sees the world through. **/
	public function invertRigid(source:Mat4):Mat4 {
		var s = source.m;
		setColumn(0, s[0], s[4], s[8], 0.0);
		setColumn(1, s[1], s[5], s[9], 0.0);
		setColumn(2, s[2], s[6], s[10], 0.0);
		return setColumn(3, -(s[0] * s[12] + s[1] * s[13] + s[2] * s[14]), -(s[4] * s[12] + s[5] * s[13] + s[6] * s[14]),
			-(s[8] * s[12] + s[9] * s[13] + s[10] * s[14]), 1.0);
	}

	/**
		The matrix that turns normals as `source` turns surfaces: the cofactors of its upper 3x3, so that uneven scales
		are right. Lengths are not kept; shaders normalise.
	**/
	public function normalMatrix(source:Mat4):Mat4 {
		var s = source.m;
		setColumn(0, s[5] * s[10] - s[6] * s[9], s[6] * s[8] - s[4] * s[10], s[4] * s[9] - s[5] * s[8], 0.0);
		setColumn(1, s[2] * s[9] - s[1] * s[10], s[0] * s[10] - s[2] * s[8], s[1] * s[8] - s[0] * s[9], 0.0);
		setColumn(2, s[1] * s[6] - s[2] * s[5], s[2] * s[4] - s[0] * s[6], s[0] * s[5] - s[1] * s[4], 0.0);
		return setColumn(3, 0.0, 0.0, 0.0, 1.0);
	}

	/** The translation, as a new vector. **/
	public function translation():Vec3 {
		return new Vec3(m[12], m[13], m[14]);
	}

	function setColumn(col:Int, a:Float, b:Float, c:Float, d:Float):Mat4 {
		var at = col * 4;
		m[at] = a;
		m[at + 1] = b;
		m[at + 2] = c;
		m[at + 3] = d;
		return this;
	}
}
