import core.math.Mat4;
import core.math.Quat;
import core.math.Vec3;
import testing.TestCase;

/** What scenes and behaviours rely on: rotations turn the right way, transforms compose. **/
class CoreTest extends TestCase {
	static inline var TOLERANCE = 1e-12;

	function testRotation() {
		var quarter = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), Math.PI / 2.0);
		assertPoint(0.0, 0.0, -1.0, quarter.rotate(new Vec3(1.0, 0.0, 0.0)), "x turns to -z");
		var half = quarter.clone().multiply(quarter);
		assertPoint(-1.0, 0.0, 0.0, half.rotate(new Vec3(1.0, 0.0, 0.0)), "two quarters");
		assertPoint(1.0, 2.0, 3.0, Quat.fromAxisAngle(new Vec3(), 1.0).rotate(new Vec3(1.0, 2.0, 3.0)), "no axis, no turn");
	}

	function testTransform() {
		var turn = Quat.fromAxisAngle(new Vec3(0.0, 0.0, 1.0), Math.PI / 2.0);
		var matrix = new Mat4().compose(new Vec3(1.0, 2.0, 3.0), turn, new Vec3(2.0, 2.0, 2.0));
		assertPoint(1.0, 2.0, 3.0, matrix.translation(), "translation");
		assertPoint(0.0, 2.0, 0.0, new Vec3(matrix.m[0], matrix.m[1], matrix.m[2]), "first axis, scaled and turned");
		var parent = new Mat4().compose(new Vec3(0.0, 10.0, 0.0), new Quat(), new Vec3(1.0, 1.0, 1.0));
		assertPoint(1.0, 12.0, 3.0, new Mat4().multiply(parent, matrix).translation(), "parent above");
	}

	function testCameraMovesTheWorldTheOtherWay() {
		var place = new Mat4().compose(new Vec3(0.0, 0.0, 5.0), new Quat(), new Vec3(1.0, 1.0, 1.0));
		assertPoint(0.0, 0.0, -5.0, new Mat4().invertRigid(place).translation());
	}

	function testNormalsLeanAwayFromAStretch() {
		var normals = new Mat4().normalMatrix(new Mat4().compose(new Vec3(), new Quat(), new Vec3(2.0, 1.0, 1.0)));
		assertPoint(1.0, 2.0, 2.0, new Vec3(normals.m[0], normals.m[5], normals.m[10]));
	}

	function assertPoint(x:Float, y:Float, z:Float, found:Vec3, ?what:String, ?place:haxe.PosInfos) {
		assertNear(x, found.x, TOLERANCE, what, place);
		assertNear(y, found.y, TOLERANCE, what, place);
		assertNear(z, found.z, TOLERANCE, what, place);
	}
}
