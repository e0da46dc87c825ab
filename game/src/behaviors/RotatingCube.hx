package behaviors;

import core.Behavior;
import core.math.Quat;
import core.math.Vec3;

/** Turns its entity around an axis. **/
@:behavior class RotatingCube extends Behavior {
	/** Radians a second. **/
	@:param(min = -10, max = 10) public var rotationSpeed:Float = 1.0;

	@:param public var rotationAxis:Vec3 = new Vec3(0.0, 1.0, 0.0);

	override public function update(dt:Float):Void {
		var turn = Quat.fromAxisAngle(rotationAxis, rotationSpeed * dt);
		entity.rotation.copyFrom(turn.multiply(entity.rotation)).normalize();
	}
}
