package environment;

import core.Behavior;
import core.math.Vec3;

/** Carries a cloud along with the wind and brings it back where the wind comes from. **/
@:behavior class CloudSystem extends Behavior {
	/** Metres a second. **/
	@:param public var wind:Vec3 = new Vec3(0.8, 0.0, 0.0);

	/** How far from the middle of the world a cloud goes before it returns on the other side. **/
	@:param(min = 1, max = 200) public var range:Float = 30.0;

	override public function update(dt:Float):Void {
		var position = entity.position;
		position.addScaled(wind, dt);
		position.x = wrap(position.x);
		position.z = wrap(position.z);
	}

	function wrap(coordinate:Float):Float {
		if (coordinate > range) return coordinate - range * 2.0;
		return coordinate < -range ? coordinate + range * 2.0 : coordinate;
	}
}
