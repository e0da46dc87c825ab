package core;

import core.audio.Voices;

/** All entities, in the order of their scene: parents before children. **/
class World {
	public final entities:Array<Entity> = [];

	/** Seconds simulated. **/
	public var time(default, null):Float = 0.0;

	/** What sounds in it. **/
	public final sounds:Voices = new Voices();

	final byKey:Map<String, Entity> = new Map();

	/** What was destroyed during this step. **/
	final leaving:Array<Entity> = [];

	var isUpdating:Bool = false;
	var keys:Int = 0;

	public function new() {}

	public function add(entity:Entity):Void {
		entities.push(entity);
		byKey.set(entity.key, entity);
	}

	public function remove(entity:Entity):Void {
		entities.remove(entity);
		byKey.remove(entity.key);
	}

	/** The entity with the key, null where there is none. **/
	public function find(key:String):Null<Entity> {
		return byKey.get(key);
	}

	/** Gives an entity another key. **/
	public function rename(entity:Entity, key:String):Void {
		if (byKey.get(entity.key) == entity) byKey.remove(entity.key);
		entity.key = key;
		byKey.set(key, entity);
	}

	/** A key that no entity has yet: `name#1`, `name#2`, ... **/
	public function newKey(name:String):String {
		keys++;
		return '$name#$keys';
	}

	/** Takes the entity and all below it out, at the end of the step if one is being made. **/
	public function destroy(entity:Entity):Void {
		for (other in entities) if (other.isInside(entity)) leaving.push(other);
		if (!isUpdating) removeLeaving();
	}

	/** One step of the simulation. Entities that come during it are updated from the next one on. **/
	public function update(dt:Float):Void {
		isUpdating = true;
		for (i in 0...entities.length) {
			var entity = entities[i];
			var behavior = entity.behavior;
			if (behavior != null && !leaving.contains(entity)) behavior.update(dt);
		}
		isUpdating = false;
		removeLeaving();
		sounds.update(dt);
		time += dt;
	}

	function removeLeaving():Void {
		for (entity in leaving) remove(entity);
		leaving.resize(0);
	}

	/** The entity whose camera draws, null where there is none. **/
	public function activeCamera():Null<Entity> {
		for (entity in entities) {
			var camera = entity.camera;
			if (camera != null && camera.active) return entity;
		}
		return null;
	}
}
