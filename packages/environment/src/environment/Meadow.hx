package environment;

import core.Behavior;
import core.Entity;
import core.assets.DataAsset;
import core.assets.PrefabAsset;
import core.audio.Sound;
import core.math.Quat;
import core.math.Vec3;
import core.render.Sprite;
import core.scene.Scene;
import haxe.Json;

/** Plants what its data says, anew when that is saved, and lets the wind be heard. **/
@:behavior class Meadow extends Behavior {
	/** "package.Name" of the `Planting`. **/
	@:param public var planting:String = "environment.Planting";

	/** What is planted; its sprite gets the region. **/
	@:param public var plant:PrefabAsset = "";

	/** Height of the ground. **/
	@:param public var ground:Float = -1.0;

	/** 1 is as recorded. **/
	@:param(min = 0, max = 1) public var windVolume:Float = 0.5;

	var planted:Array<Entity> = [];
	var version:Int = 0;
	var random:Int = 0;

	override public function start():Void {
		Sound.play("environment.Breeze", true, windVolume);
		plantAll();
	}

	override public function update(dt:Float):Void {
		if (DataAsset.require(planting).version() == version) return;
		for (entity in planted) Scene.destroy(entity);
		planted = [];
		plantAll();
	}

	function plantAll():Void {
		var data = DataAsset.require(planting);
		version = data.version();
		var wanted:Planting = Json.parse(data.text());
		random = wanted.seed;
		for (kind in wanted.plants) {
			for (_ in 0...kind.count) plantOne(kind.region, freePlace(wanted), between(kind.least, kind.most));
		}
	}

	function plantOne(region:String, place:Vec3, height:Float):Void {
		var entity = Scene.spawn(plant, place);
		entity.scale.scale(height);
		entity.rotation.copyFrom(Quat.fromAxisAngle(new Vec3(0.0, 1.0, 0.0), between(0.0, Math.PI)));
		var sprite = entity.component(Sprite);
		if (sprite != null) sprite.region = region;
		planted.push(entity);
	}

	/** A place outside of all clearings; the last of a hundred where they leave hardly any. **/
	function freePlace(wanted:Planting):Vec3 {
		var area = wanted.area;
		var place = new Vec3();
		for (_ in 0...100) {
			place.set(between(area.left, area.right), ground, between(area.back, area.front));
			var isFree = true;
			for (clearing in wanted.clearings) {
				var east = place.x - clearing.x;
				var south = place.z - clearing.z;
				if (east * east + south * south < clearing.radius * clearing.radius) isFree = false;
			}
			if (isFree) break;
		}
		return place;
	}

	/** The next number of a sequence that follows from the seed (Numerical Recipes' linear congruential generator). **/
	function between(least:Float, most:Float):Float {
		random = random * 1664525 + 1013904223;
		return least + (most - least) * ((random >>> 8) / 16777216.0);
	}
}
