import core.math.Mat4;
import core.math.Quat;
import core.math.Vec3;
import core.scene.Parameters;

/** What scenes and behaviours rely on: rotations turn the right way, transforms compose, parameters find their fields. **/
class CoreTest {
	static function main() {
		testRotation();
		testTransform();
		testCamera();
		testParameterNames();
	}

	static function testRotation() {
		var quarter = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), Math.PI / 2.0);
		near("x turns to -z", quarter.rotate(new Vec3(1.0, 0.0, 0.0)), 0.0, 0.0, -1.0);
		var half = quarter.clone().multiply(quarter);
		near("two quarters", half.rotate(new Vec3(1.0, 0.0, 0.0)), -1.0, 0.0, 0.0);
		near("no axis, no turn", Quat.fromAxisAngle(new Vec3(), 1.0).rotate(new Vec3(1.0, 2.0, 3.0)), 1.0, 2.0, 3.0);
	}

	static function testTransform() {
		var turn = Quat.fromAxisAngle(new Vec3(0.0, 0.0, 1.0), Math.PI / 2.0);
		var matrix = new Mat4().compose(new Vec3(1.0, 2.0, 3.0), turn, new Vec3(2.0, 2.0, 2.0));
		near("translation", matrix.translation(), 1.0, 2.0, 3.0);
		near("first axis, scaled and turned", new Vec3(matrix.m[0], matrix.m[1], matrix.m[2]), 0.0, 2.0, 0.0);
		var parent = new Mat4().compose(new Vec3(0.0, 10.0, 0.0), new Quat(), new Vec3(1.0, 1.0, 1.0));
		near("parent above", new Mat4().multiply(parent, matrix).translation(), 1.0, 12.0, 3.0);
	}

	static function testCamera() {
		var place = new Mat4().compose(new Vec3(0.0, 0.0, 5.0), new Quat(), new Vec3(1.0, 1.0, 1.0));
		near("the world moves against the camera", new Mat4().invertRigid(place).translation(), 0.0, 0.0, -5.0);
		var normals = new Mat4().normalMatrix(new Mat4().compose(new Vec3(), new Quat(), new Vec3(2.0, 1.0, 1.0)));
		near("normals lean away from a stretch", new Vec3(normals.m[0], normals.m[5], normals.m[10]), 1.0, 2.0, 2.0);
	}

	static function testParameterNames() {
		equals("rotationSpeed", Parameters.fieldName("rotation_speed"));
		equals("spin", Parameters.fieldName("spin"));
	}

	static function near(what:String, actual:Vec3, x:Float, y:Float, z:Float) {
		if (Vec3.distance(actual, new Vec3(x, y, z)) > 1e-12) throw '$what: expected ($x, $y, $z), found $actual';
	}

	static function equals(expected:String, actual:String) {
		if (expected != actual) throw 'expected $expected, found $actual';
	}
}
