package core;

/** All entities, in the order of their scene: parents before children. **/
class World {
	public final entities:Array<Entity> = [];

	/** Seconds simulated. **/
	public var time(default, null):Float = 0.0;

	final byKey:Map<String, Entity> = new Map();

	public function new() {}

	public function add(entity:Entity):Void {
		entities.push(entity);
		byKey.set(entity.key, entity);
	}

	public function remove(entity:Entity):Void {
		entities.remove(entity);
		byKey.remove(entity.key);
	}

	/** The entity with the id, null where there is none. **/
	public function find(key:String):Null<Entity> {
		return byKey.get(key);
	}

	/** One step of the simulation. **/
	public function update(dt:Float):Void {
		for (entity in entities) {
			var behavior = entity.behavior;
			if (behavior != null) behavior.update(dt);
		}
		time += dt;
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
