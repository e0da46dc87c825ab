package vehicles;

import core.Behavior;
import core.math.Quat;
import core.math.Vec3;

/** Spins its entity around its own upright axis. **/
@:behavior class Rotor extends Behavior {
	/** Radians a second; negative spins the other way. **/
	@:param(min = -60, max = 60) public var spin:Float = 20.0;

	override public function update(dt:Float):Void {
		var turn = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), spin * dt);
		entity.rotation.multiply(turn).normalize();
	}
}
