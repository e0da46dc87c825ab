package vehicles;

import core.Behavior;
import core.scene.Scene;

/** Dust that rises, grows thin and is gone. **/
@:behavior class Puff extends Behavior {
	/** Seconds. **/
	@:param(min = 0.1, max = 10) public var lifetime:Float = 0.8;

	/** Metres a second. **/
	@:param(min = 0) public var rise:Float = 0.25;

	var age:Float = 0.0;

	override public function update(dt:Float):Void {
		age += dt;
		entity.position.y += rise * dt;
		// Half of its size goes in its lifetime.
		entity.scale.scale(1.0 - 0.5 * dt / lifetime);
		if (age >= lifetime) Scene.destroy(entity);
	}
}
