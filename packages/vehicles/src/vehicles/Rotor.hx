package vehicles;

import core.Behavior;
import core.math.Quat;
import core.math.Vec3;

/** Spins its entity around its own upright axis. **/
class Rotor extends Behavior {
	/** Radians a second; negative spins the other way. **/
	public var spin:Float = 20.0;

	override public function update(dt:Float):Void {
		var turn = Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), spin * dt);
		entity.rotation.multiply(turn).normalize();
	}
}
