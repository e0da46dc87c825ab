import core.math.Color;
import core.math.Mat4;
import core.math.Numbers;
import core.math.Quat;
import core.math.Vec2;
import core.math.Vec3;
import core.math.Vec4;
import haxe.PosInfos;
import testing.TestCase;

/** Numbers, vectors, rotations, matrices and colours: what games compute with. **/
class MathTest extends TestCase {
	function testNumbers() {
		same("clamp below", 1.0, Numbers.clamp(0.5, 1.0, 2.0));
		same("clamp above", 2.0, Numbers.clamp(2.5, 1.0, 2.0));
		same("clamp inside", 1.5, Numbers.clamp(1.5, 1.0, 2.0));
		same("clamp of Int", 7, Numbers.clampInt(9, -3, 7));
		same("lerp", 2.5, Numbers.lerp(2.0, 4.0, 0.25));
		same("inverseLerp", 0.25, Numbers.inverseLerp(2.0, 4.0, 2.5));
		same("remap", 25.0, Numbers.remap(2.5, 2.0, 4.0, 0.0, 100.0));
		same("smoothstep before", 0.0, Numbers.smoothstep(2.0, 4.0, 1.0));
		same("smoothstep middle", 0.5, Numbers.smoothstep(2.0, 4.0, 3.0));
		same("smoothstep quarter", 0.15625, Numbers.smoothstep(0.0, 1.0, 0.25));
		same("smoothstep after", 1.0, Numbers.smoothstep(2.0, 4.0, 5.0));
		same("sign", -1.0, Numbers.sign(-0.1));
		same("sign of zero", 0.0, Numbers.sign(0.0));
		close("damp halves the way in the time of ln 2", 5.0, Numbers.damp(0.0, 10.0, Math.log(2.0), 1.0));
		var steps = 0.0;
		for (i in 0...60) steps = Numbers.damp(steps, 10.0, 3.0, 1.0 / 60.0);
		close("damp does not depend on the step", Numbers.damp(0.0, 10.0, 3.0, 1.0), steps);
		same("moveTowards", 1.5, Numbers.moveTowards(1.0, 3.0, 0.5));
		same("moveTowards down", 0.5, Numbers.moveTowards(1.0, -3.0, 0.5));
		same("moveTowards stops", 1.0, Numbers.moveTowards(0.9, 1.0, 0.5));
		same("wrap up", 1.0, Numbers.wrap(11.0, 0.0, 10.0));
		same("wrap down", 9.0, Numbers.wrap(-1.0, 0.0, 10.0));
		same("wrap leaves the end out", 2.0, Numbers.wrap(4.0, 2.0, 4.0));
		same("pingPong up", 1.0, Numbers.pingPong(1.0, 3.0));
		same("pingPong down", 2.0, Numbers.pingPong(4.0, 3.0));
		same("pingPong again", 1.0, Numbers.pingPong(7.0, 3.0));
		same("isNear", true, Numbers.isNear(1.0, 1.0 + 1e-9));
		same("not isNear", false, Numbers.isNear(1.0, 1.1));
	}

	function testAngles() {
		close("degrees", Math.PI / 2.0, Numbers.toRadians(90.0));
		close("radians", 180.0, Numbers.toDegrees(Math.PI));
		close("wrapAngle", Math.PI / 2.0, Numbers.wrapAngle(2.5 * Math.PI));
		close("lerpAngle the short way", Math.PI, Math.abs(Numbers.lerpAngle(0.75 * Math.PI, -0.75 * Math.PI, 0.5)));
	}

	function testVec2() {
		var v = new Vec2(3.0, 4.0);
		same("length", 5.0, v.length());
		same("lengthSquared", 25.0, v.lengthSquared());
		same("add", "(4, 6)", v.clone().add(new Vec2(1.0, 2.0)).toString());
		same("addScaled", "(5, 8)", v.clone().addScaled(new Vec2(1.0, 2.0), 2.0).toString());
		same("subtract", "(2, 2)", v.clone().subtract(new Vec2(1.0, 2.0)).toString());
		same("multiply", "(6, 12)", v.clone().multiply(new Vec2(2.0, 3.0)).toString());
		same("negate", "(-3, -4)", v.clone().negate().toString());
		same("min and max", "(3, 2)", v.clone().min(new Vec2(5.0, 2.0)).max(new Vec2(1.0, 1.0)).toString());
		same("dot", 11.0, v.dot(new Vec2(1.0, 2.0)));
		same("cross to the left", 1.0, new Vec2(1.0, 0.0).cross(new Vec2(0.0, 1.0)));
		same("normalize", 1.0, v.clone().normalize().length());
		same("normalize zero", "(0, 0)", new Vec2().normalize().toString());
		same("limit", 2.0, v.clone().limit(2.0).length());
		same("limit leaves short ones", 5.0, v.clone().limit(9.0).length());
		same("lerp", "(2, 3)", new Vec2(1.0, 2.0).lerp(v, 0.5).toString());
		close("rotate", 0.0, Vec2.distance(new Vec2(1.0, 0.0).rotate(Math.PI / 2.0), new Vec2(0.0, 1.0)));
		same("turnLeft", "(-4, 3)", v.clone().turnLeft().toString());
		same("reflect", "(3, 4)", new Vec2(3.0, -4.0).reflect(new Vec2(0.0, 1.0)).toString());
		close("angle", Math.PI / 4.0, new Vec2(2.0, 2.0).angle());
		close("angleTo", -Math.PI / 2.0, new Vec2(0.0, 2.0).angleTo(new Vec2(3.0, 0.0)));
		close("fromAngle", 0.0, Vec2.distance(Vec2.fromAngle(Math.PI), new Vec2(-1.0, 0.0)));
		same("distance", 5.0, Vec2.distance(v, new Vec2()));
		same("equals", true, new Vec2().copyFrom(v).equals(v));
	}

	function testVec3() {
		var v = new Vec3(1.0, 2.0, 2.0);
		same("length", 3.0, v.length());
		same("multiply", "(2, 6, 8)", v.clone().multiply(new Vec3(2.0, 3.0, 4.0)).toString());
		same("negate", "(-1, -2, -2)", v.clone().negate().toString());
		same("cross", "(0, 0, 1)", new Vec3(1.0, 0.0, 0.0).cross(new Vec3(0.0, 1.0, 0.0)).toString());
		same("limit", 1.5, v.clone().limit(1.5).length());
		same("lerp", "(1.5, 3, 3)", v.clone().lerp(new Vec3(2.0, 4.0, 4.0), 0.5).toString());
		same("reflect", "(1, 2, -2)", v.clone().reflect(new Vec3(0.0, 0.0, 1.0)).toString());
		same("project", "(0, 2, 0)", v.clone().project(new Vec3(0.0, 5.0, 0.0)).toString());
		same("project on nothing", "(0, 0, 0)", v.clone().project(new Vec3()).toString());
		close("angleTo", Math.PI / 2.0, new Vec3(1.0, 0.0, 0.0).angleTo(new Vec3(0.0, 0.0, 3.0)));
		same("distanceSquared", 9.0, Vec3.distanceSquared(v, new Vec3()));
		same("min and max", "(1, 2, 1)", v.clone().min(new Vec3(9.0, 9.0, 1.0)).max(new Vec3(0.0, 0.0, 0.0)).toString());
	}

	function testVec4() {
		var v = new Vec4(1.0, 2.0, 3.0, 4.0);
		same("add", "(2, 3, 4, 5)", v.clone().add(new Vec4(1.0, 1.0, 1.0, 1.0)).toString());
		same("dot", 30.0, v.dot(v));
		same("lerp", "(0.5, 1, 1.5, 2)", new Vec4().lerp(v, 0.5).toString());
		same("toPoint", "(0.25, 0.5, 0.75)", v.toPoint().toString());
		close("normalize", 1.0, v.clone().normalize().length());
	}

	function testQuat() {
		var x = new Vec3(1.0, 0.0, 0.0);
		var quarter = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), Math.PI / 2.0);
		near("invert", quarter.clone().multiply(quarter.clone().invert()).rotate(x), x);
		close("angleTo", Math.PI / 2.0, quarter.angleTo(new Quat()));
		close("slerp goes half way", Math.PI / 4.0, new Quat().slerp(quarter, 0.5).angleTo(new Quat()));
		near("slerp ends at the target", new Quat().slerp(quarter, 1.0).rotate(x), quarter.rotate(x));
		var negated = new Quat(-quarter.x, -quarter.y, -quarter.z, -quarter.w);
		close("slerp goes the short way", Math.PI / 8.0, new Quat().slerp(negated, 0.25).angleTo(new Quat()));
		close("slerp of the same", 0.0, quarter.clone().slerp(quarter, 0.3).angleTo(quarter));
		near("fromTo", Quat.fromTo(x, new Vec3(0.0, 3.0, 0.0)).rotate(x), new Vec3(0.0, 1.0, 0.0));
		near("fromTo the opposite", Quat.fromTo(x, new Vec3(-1.0, 0.0, 0.0)).rotate(x), new Vec3(-1.0, 0.0, 0.0));
		var z = new Vec3(0.0, 0.0, 1.0);
		near("fromTo the opposite of z", Quat.fromTo(z, new Vec3(0.0, 0.0, -2.0)).rotate(z), new Vec3(0.0, 0.0, -1.0));
		var looking = Quat.lookAlong(new Vec3(2.0, 0.0, 0.0), new Vec3(0.0, 1.0, 0.0));
		near("lookAlong looks along", looking.rotate(new Vec3(0.0, 0.0, -1.0)), x);
		near("lookAlong keeps up", looking.rotate(new Vec3(0.0, 1.0, 0.0)), new Vec3(0.0, 1.0, 0.0));
	}

	function testEuler() {
		for (pitch in [-1.2, 0.0, 0.7]) {
			for (yaw in [-2.5, 0.3, 3.0]) {
				for (roll in [-3.0, 0.0, 1.1]) {
					near("toEuler gives back what fromEuler took", Quat.fromEuler(pitch, yaw, roll).toEuler(), new Vec3(pitch, yaw, roll));
				}
			}
		}
	}

	function testMat4() {
		var turn = Quat.fromEuler(0.3, -1.1, 2.0);
		var matrix = new Mat4().compose(new Vec3(1.0, -2.0, 3.0), turn, new Vec3(2.0, 0.5, 1.5));
		var point = new Vec3(0.3, 0.7, -4.0);
		near("transformPoint", matrix.transformPoint(point), turn.rotate(point.clone().multiply(new Vec3(2.0, 0.5, 1.5))).add(new Vec3(1.0, -2.0, 3.0)));
		near("transformDirection", matrix.transformDirection(new Vec3()), new Vec3());
		var inverse = new Mat4().invert(matrix);
		near("invert", inverse.transformPoint(matrix.transformPoint(point)), point);
		var product = new Mat4().multiply(inverse, matrix);
		for (i in 0...16) close("inverse times matrix", i % 5 == 0 ? 1.0 : 0.0, product.m[i]);
		close("determinant", 1.5, matrix.determinant());
		same("no inverse", 0.0, new Mat4().compose(new Vec3(), turn, new Vec3(0.0, 1.0, 1.0)).determinant());
		near("scaling", matrix.scaling(), new Vec3(2.0, 0.5, 1.5));
		near("rotation", matrix.rotation().rotate(point), turn.rotate(point));
		var transposed = matrix.clone().transpose();
		same("transpose", matrix.m[4], transposed.m[1]);
		same("twice transposed", true, transposed.transpose().equals(matrix));
		same("identity", true, matrix.clone().identity().equals(new Mat4()));
		var itself = matrix.clone();
		near("invert in place", itself.invert(itself).transformPoint(matrix.transformPoint(point)), point);
	}

	function testViews() {
		var up = new Vec3(0.0, 1.0, 0.0);
		var view = new Mat4().lookAt(new Vec3(3.0, 4.0, 0.0), new Vec3(3.0, 4.0, -9.0), up);
		near("the target is ahead", view.transformPoint(new Vec3(3.0, 4.0, -9.0)), new Vec3(0.0, 0.0, -9.0));
		var side = new Mat4().lookAt(new Vec3(5.0, 0.0, 0.0), new Vec3(), up);
		near("from the side", side.transformPoint(new Vec3(0.0, 0.0, -1.0)), new Vec3(1.0, 0.0, -5.0));
		var box = new Mat4().orthographic(-2.0, 2.0, -1.0, 1.0, 1.0, 11.0);
		near("orthographic corner", box.projectPoint(new Vec3(2.0, 1.0, -1.0)), new Vec3(1.0, 1.0, -1.0));
		near("orthographic far middle", box.projectPoint(new Vec3(0.0, 0.0, -11.0)), new Vec3(0.0, 0.0, 1.0));
		var lens = new Mat4().perspective(90.0, 1.0, 1.0, 101.0);
		near("perspective near corner", lens.projectPoint(new Vec3(1.0, -1.0, -1.0)), new Vec3(1.0, -1.0, -1.0));
		near("perspective far", lens.projectPoint(new Vec3(0.0, 0.0, -101.0)), new Vec3(0.0, 0.0, 1.0));
	}

	function testColor() {
		same("fromRgb", "#336699", Color.fromRgb(0x336699).toString());
		same("fromArgb", "#33669980", Color.fromArgb(0x80336699).toString());
		same("toArgb", 0x80336699, Color.fromArgb(0x80336699).toArgb());
		same("red", 0xFF0000, Color.fromHsv(0.0, 1.0, 1.0).toRgb());
		same("green", 0x00FF00, Color.fromHsv(120.0, 1.0, 1.0).toRgb());
		same("blue", 0x0000FF, Color.fromHsv(-120.0, 1.0, 1.0).toRgb());
		same("grey", 0x808080, Color.fromHsv(200.0, 0.0, 128.0 / 255.0).toRgb());
		same("half way", 0x800080, new Color(1.0, 0.0, 0.0).lerp(new Color(0.0, 0.0, 1.0), 0.5).toRgb());
		same("out of range", 0xFF0000, new Color(2.0, -1.0, 0.0).toRgb());
		close("toLinear", 0.21404114048223255, new Color(0.5, 0.0, 0.0).toLinear().r);
		same("and back", 0x336699, Color.fromRgb(0x336699).toLinear().toSrgb().toRgb());
	}

	function near(what:String, found:Vec3, expected:Vec3, ?place:PosInfos) {
		if (!(Vec3.distance(found, expected) <= 1e-9)) fail('$what: expected $expected, found $found', place);
	}

	function close(what:String, expected:Float, found:Float, ?place:PosInfos) {
		assertNear(expected, found, 1e-9, what, place);
	}

	function same<T>(what:String, expected:T, found:T, ?place:PosInfos) {
		assertEquals(expected, found, what, place);
	}
}
