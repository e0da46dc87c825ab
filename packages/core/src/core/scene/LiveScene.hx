package core.scene;

import core.assets.Asset;
import core.assets.BlobFormat.AssetType;
import core.assets.BlobFormat.EntityFlag;

/**
	A scene in play. It remembers what the author wrote, so that when the scene is reloaded only what the author changed
	is set again and everything the game has moved since stays where it is.
**/
class LiveScene {
	final world:World;
	final scene:Int;
	var version:Int;
	final authored:Map<String, SceneEntityRow> = new Map();

	/** Puts the entities of scene "package.Name" into `world`. **/
	public function new(world:World, id:String) {
		this.world = world;
		scene = Asset.require(AssetType.SCENE, id);
		version = Asset.version(scene);
		for (entity in build()) startBehavior(entity);
	}

	/** Takes over what has changed if the scene was reloaded since the last call. **/
	public function refresh():Void {
		var current = Asset.version(scene);
		if (current == version) return;
		version = current;
		for (entity in build()) startBehavior(entity);
	}

	function startBehavior(entity:Entity):Void {
		var behavior = entity.behavior;
		if (behavior != null) behavior.start();
	}

	/** Brings the world in line with the scene; returns the entities that are new. **/
	function build():Array<Entity> {
		var reader = new SceneReader(scene);
		var rows = reader.readEntities();
		var entities = [for (row in rows) world.find(row.key)];
		var added:Array<Entity> = [];
		removeMissing(rows);
		for (i in 0...rows.length) {
			var row = rows[i];
			var entity = entities[i];
			if (entity == null) {
				entity = new Entity(row.key, row.name);
				entities[i] = entity;
				world.add(entity);
				added.push(entity);
			}
			entity.parent = row.parent < 0 ? null : entities[row.parent];
			update(entity, row, authored.get(row.key));
			authored.set(row.key, row);
		}
		reader.readCameras((row, camera) -> {
			var entity = entities[row];
			if (entity != null) entity.camera = camera;
		});
		reader.readLights((row, light) -> {
			var entity = entities[row];
			if (entity != null) entity.light = light;
		});
		return added;
	}

	function removeMissing(rows:Array<SceneEntityRow>):Void {
		var present:Map<String, Bool> = new Map();
		for (row in rows) present.set(row.key, true);
		for (key in [for (key in authored.keys()) key]) {
			if (present.exists(key)) continue;
			authored.remove(key);
			var entity = world.find(key);
			if (entity != null) world.remove(entity);
		}
	}

	/** Sets what differs between the row and `before`, what was written last; all of it where `before` is null. **/
	function update(entity:Entity, row:SceneEntityRow, before:Null<SceneEntityRow>):Void {
		entity.name = row.name;
		entity.visible = row.flags & EntityFlag.VISIBLE != 0;
		entity.castShadows = row.flags & EntityFlag.CAST_SHADOWS != 0;
		entity.mesh = row.mesh;
		entity.material = row.material;
		if (before == null || !row.position.equals(before.position)) entity.position.copyFrom(row.position);
		if (before == null || !row.rotation.equals(before.rotation)) entity.rotation.copyFrom(row.rotation);
		if (before == null || !row.scale.equals(before.scale)) entity.scale.copyFrom(row.scale);
		updateBehavior(entity, row, before);
	}

	function updateBehavior(entity:Entity, row:SceneEntityRow, before:Null<SceneEntityRow>):Void {
		var known:Array<SceneParameterRow> = before == null ? [] : before.parameters;
		if (before == null || row.behavior != before.behavior) {
			entity.behavior = row.behavior == "" ? null : makeBehavior(entity, row.behavior);
			known = [];
		}
		var behavior = entity.behavior;
		if (behavior == null) return;
		var changed = false;
		for (parameter in row.parameters) {
			if (isKnown(parameter, known)) continue;
			Parameters.apply(behavior, parameter);
			changed = true;
		}
		if (changed && before != null) behavior.onHotReload();
	}

	function isKnown(parameter:SceneParameterRow, known:Array<SceneParameterRow>):Bool {
		for (other in known) if (other.equals(parameter)) return true;
		return false;
	}

	function makeBehavior(entity:Entity, path:String):Behavior {
		var behavior = Behaviors.create(path);
		if (behavior == null) throw 'Entity "${entity.key}": no behaviour "$path" in this build';
		behavior.entity = entity;
		return behavior;
	}
}
