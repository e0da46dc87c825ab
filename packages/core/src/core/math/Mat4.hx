package core.math;

/** A 4x4 matrix, column by column as the GPU reads it: element `row` of column `col` is `m[col * 4 + row]`. **/
class Mat4 {
	public final m:Array<Float> = [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0];

	public function new() {}

	/** Changes nothing that it is applied to. **/
	public function identity():Mat4 {
		setColumn(0, 1.0, 0.0, 0.0, 0.0);
		setColumn(1, 0.0, 1.0, 0.0, 0.0);
		setColumn(2, 0.0, 0.0, 1.0, 0.0);
		return setColumn(3, 0.0, 0.0, 0.0, 1.0);
	}

	public function copyFrom(other:Mat4):Mat4 {
		for (i in 0...16) m[i] = other.m[i];
		return this;
	}

	public function equals(other:Mat4):Bool {
		for (i in 0...16) if (m[i] != other.m[i]) return false;
		return true;
	}

	public function clone():Mat4 {
		return new Mat4().copyFrom(this);
	}

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

	/** A view without perspective of the box between these planes; depth -1 at `near`, 1 at `far`. **/
	public function orthographic(left:Float, right:Float, bottom:Float, top:Float, near:Float, far:Float):Mat4 {
		setColumn(0, 2.0 / (right - left), 0.0, 0.0, 0.0);
		setColumn(1, 0.0, 2.0 / (top - bottom), 0.0, 0.0);
		setColumn(2, 0.0, 0.0, 2.0 / (near - far), 0.0);
		return setColumn(3, (left + right) / (left - right), (bottom + top) / (bottom - top), (near + far) / (near - far), 1.0);
	}

	/** What an eye at `eye` sees the world through that looks at `target`, with `up` above. **/
	public function lookAt(eye:Vec3, target:Vec3, up:Vec3):Mat4 {
		var back = eye.clone().subtract(target).normalize();
		var right = up.cross(back).normalize();
		var above = back.cross(right);
		setColumn(0, right.x, above.x, back.x, 0.0);
		setColumn(1, right.y, above.y, back.y, 0.0);
		setColumn(2, right.z, above.z, back.z, 0.0);
		return setColumn(3, -right.dot(eye), -above.dot(eye), -back.dot(eye), 1.0);
	}

	/** Rows become columns. **/
	public function transpose():Mat4 {
		for (col in 0...4) {
			for (row in 0...col) {
				var held = m[col * 4 + row];
				m[col * 4 + row] = m[row * 4 + col];
				m[row * 4 + col] = held;
			}
		}
		return this;
	}

	/** How much volumes grow; 0 where there is no inverse. **/
	public function determinant():Float {
		var sum = 0.0;
		for (row in 0...4) sum += m[row] * cofactor(0, row);
		return sum;
	}

	/** What undoes `source`: its cofactors, transposed, over the determinant (Cramer's rule). Zeros where nothing does. **/
	public function invert(source:Mat4):Mat4 {
		var size = source.determinant();
		var factor = size == 0.0 ? 0.0 : 1.0 / size;
		var inverse = [for (col in 0...4) for (row in 0...4) source.cofactor(row, col) * factor];
		for (i in 0...16) m[i] = inverse[i];
		return this;
	}

	/** The determinant of what is left without the column and the row, its sign by their sum. **/
	function cofactor(col:Int, row:Int):Float {
		var a = col == 0 ? 4 : 0;
		var b = col <= 1 ? 8 : 4;
		var c = col <= 2 ? 12 : 8;
		var i = row == 0 ? 1 : 0;
		var j = row <= 1 ? 2 : 1;
		var k = row <= 2 ? 3 : 2;
		var minor = m[a + i] * (m[b + j] * m[c + k] - m[b + k] * m[c + j]) - m[a + j] * (m[b + i] * m[c + k] - m[b + k] * m[c + i])
			+ m[a + k] * (m[b + i] * m[c + j] - m[b + j] * m[c + i]);
		return (col + row) % 2 == 0 ? minor : -minor;
	}

	/** A point moved as the matrix moves, as a new vector. **/
	public function transformPoint(p:Vec3):Vec3 {
		return transformDirection(p).add(translation());
	}

	/** A direction turned and scaled as the matrix does, not moved, as a new vector. **/
	public function transformDirection(d:Vec3):Vec3 {
		return new Vec3(m[0] * d.x + m[4] * d.y + m[8] * d.z, m[1] * d.x + m[5] * d.y + m[9] * d.z, m[2] * d.x + m[6] * d.y + m[10] * d.z);
	}

	/** The whole product, as a new vector. **/
	public function transform(v:Vec4):Vec4 {
		return new Vec4(row(0, v), row(1, v), row(2, v), row(3, v));
	}

	/** Where a point is in the picture of a view with perspective: x and y from -1 to 1, and the depth. **/
	public function projectPoint(p:Vec3):Vec3 {
		return transform(new Vec4(p.x, p.y, p.z, 1.0)).toPoint();
	}

	function row(index:Int, v:Vec4):Float {
		return m[index] * v.x + m[index + 4] * v.y + m[index + 8] * v.z + m[index + 12] * v.w;
	}

	/** How much each axis is stretched, as a new vector. **/
	public function scaling():Vec3 {
		return new Vec3(axis(0).length(), axis(1).length(), axis(2).length());
	}

	/** The rotation in a matrix of scale, rotation and translation. **/
	public function rotation():Quat {
		return Quat.fromAxes(axis(0).normalize(), axis(1).normalize(), axis(2).normalize());
	}

	/** Where the matrix turns axis 0 (x), 1 or 2 to, as a new vector. **/
	public function axis(index:Int):Vec3 {
		return new Vec3(m[index * 4], m[index * 4 + 1], m[index * 4 + 2]);
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
