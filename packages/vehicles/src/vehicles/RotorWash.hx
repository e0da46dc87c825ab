package vehicles;

import core.Behavior;
import core.assets.PrefabAsset;
import core.math.Vec3;
import core.scene.Scene;

/** Blows dust from the ground below its entity, now on this side and now on that. **/
@:behavior class RotorWash extends Behavior {
	/** What is blown up. **/
	@:param public var dust:PrefabAsset = "";

	/** Height of the ground. **/
	@:param public var ground:Float = -1.0;

	/** Metres above the ground from which it blows nothing any more. **/
	@:param(min = 0, max = 20) public var reach:Float = 4.0;

	/** Seconds from one puff to the next. **/
	@:param(min = 0.05, max = 10) public var interval:Float = 0.2;

	var waited:Float = 0.0;
	var turn:Float = 0.0;

	override public function update(dt:Float):Void {
		waited += dt;
		if (waited < interval) return;
		waited -= interval;
		// The golden angle: no two after each other are near.
		turn += 2.39996;
		var above = entity.worldMatrix().translation();
		if (dust == "" || above.y - ground > reach) return;
		Scene.spawn(dust, new Vec3(above.x + Math.cos(turn) * 0.7, ground + 0.05, above.z + Math.sin(turn) * 0.7));
	}
}
