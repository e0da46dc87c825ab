package core.scene;

import core.assets.BlobFormat.AssetType;
import core.assets.PrefabAsset;
import core.math.Vec3;

/** Entities that come and go while the game runs. **/
class Scene {
	/**
		Puts an instance of prefab "package.Name" into the world, at `position` in `parent`, or where the prefab says. Returns
		its root, whose behaviours have started; it is updated from the next step on. Throws a text if there is no such prefab.
	**/
	public static function spawn(prefab:PrefabAsset, ?position:Vec3, ?parent:Entity):Entity {
		var world = App.world;
		var key = world.newKey(prefab);
		App.play(new LiveScene(world, AssetType.PREFAB, prefab, key, parent));
		var root = world.find(key);
		if (root == null) throw 'Prefab "$prefab" has no entities';
		if (position != null) root.position.copyFrom(position);
		return root;
	}

	/** Takes an entity and all below it out of the world, at the end of the step if one is being made. **/
	public static function destroy(entity:Entity):Void {
		App.world.destroy(entity);
	}
}
