package core.scene;

import core.assets.Asset;

/**
	A scene, or an instance of a prefab, in play. It remembers what the author wrote, so that when the scene is reloaded only
	what the author changed is set again and everything the game has moved since stays where it is. An entity that the author
	moved to another parent is the same entity still, and one that the game has destroyed stays so.
**/
class LiveScene {
	final world:World;
	final asset:Int;

	/** Key of the root of a prefab's instance; empty for a scene. **/
	final root:String;

	/** What the roots are in; null for nothing. **/
	final parent:Null<Entity>;

	var version:Int;

	/** By path. **/
	final authored:Map<String, SceneEntityRow> = new Map();

	/** Puts the entities of asset "package.Name" of the `AssetType` into `world`. **/
	public function new(world:World, type:Int, id:String, root:String = "", ?parent:Entity) {
		this.world = world;
		this.root = root;
		this.parent = parent;
		asset = Asset.require(type, id);
		version = Asset.version(asset);
		start(build());
	}

	/** Takes over what has changed if the scene was reloaded since the last call. **/
	public function refresh():Void {
		var current = Asset.version(asset);
		if (current == version) return;
		version = current;
		start(build());
	}

	/** Has everything of it been destroyed? **/
	public function isGone():Bool {
		return root != "" && world.find(root) == null;
	}

	static function start(behaviors:Array<Behavior>):Void {
		for (behavior in behaviors) behavior.start();
	}

	/** Brings the world in line with the scene; returns the behaviours that are new. **/
	function build():Array<Behavior> {
		var rows = new SceneReader(asset).readEntities();
		followMoves(rows);
		removeMissing(rows);
		for (row in rows) if (isNew(row, rows)) world.add(new Entity(key(row.path), row.name));
		var added:Array<Behavior> = [];
		for (row in rows) {
			var entity = find(row.path);
			var before = authored.get(row.path);
			authored.set(row.path, row);
			if (entity == null) continue;
			var known = entity.behavior;
			entity.parent = row.parent < 0 ? parent : find(rows[row.parent].path);
			update(entity, row, before);
			var behavior = entity.behavior;
			if (behavior != null && behavior != known) added.push(behavior);
		}
		return added;
	}

	/** What is not there although it was written before has been destroyed, and what is below it comes no more. **/
	function isNew(row:SceneEntityRow, rows:Array<SceneEntityRow>):Bool {
		if (authored.exists(row.path)) return false;
		return row.parent < 0 || find(rows[row.parent].path) != null;
	}

	/**
		Gives entities that have another parent now their new keys. One is known by its id, where only one of that id has gone
		and only one has come, or by the parent that it moved with.
	**/
	function followMoves(rows:Array<SceneEntityRow>):Void {
		var present:Map<String, Bool> = new Map();
		for (row in rows) present.set(row.path, true);
		var gone = [for (path in authored.keys()) if (!present.exists(path)) path];
		var come = [for (row in rows) if (!authored.exists(row.path)) row.path];
		if (gone.length == 0) return;
		var moved:Map<String, String> = new Map();
		for (path in come) {
			var above = moved.get(parentOf(path));
			var beside = above == null ? "" : '$above/${idOf(path)}';
			var old = gone.contains(beside) ? beside : only(gone, idOf(path), come);
			if (old == "") continue;
			moved.set(path, old);
			move(old, path);
		}
	}

	function move(from:String, to:String):Void {
		var row = authored.get(from);
		if (row != null) authored.set(to, row);
		authored.remove(from);
		var entity = find(from);
		if (entity != null) world.rename(entity, key(to));
	}

	/** The path in `gone` with the id, if it is the only one there and in `come`; else empty. **/
	static function only(gone:Array<String>, id:String, come:Array<String>):String {
		var paths = [for (path in gone) if (idOf(path) == id) path];
		var others = [for (path in come) if (idOf(path) == id) path];
		return paths.length == 1 && others.length == 1 ? paths[0] : "";
	}

	static function idOf(path:String):String {
		return path.substr(path.lastIndexOf("/") + 1);
	}

	static function parentOf(path:String):String {
		var at = path.lastIndexOf("/");
		return at < 0 ? "" : path.substr(0, at);
	}

	function removeMissing(rows:Array<SceneEntityRow>):Void {
		var present:Map<String, Bool> = new Map();
		for (row in rows) present.set(row.path, true);
		for (path in [for (path in authored.keys()) path]) {
			if (present.exists(path)) continue;
			authored.remove(path);
			var entity = find(path);
			if (entity != null) world.remove(entity);
		}
	}

	/** Sets what differs between the row and `before`, what was written last; all of it where `before` is null. **/
	function update(entity:Entity, row:SceneEntityRow, before:Null<SceneEntityRow>):Void {
		entity.name = row.name;
		if (before == null || !row.position.equals(before.position)) entity.position.copyFrom(row.position);
		if (before == null || !row.rotation.equals(before.rotation)) entity.rotation.copyFrom(row.rotation);
		if (before == null || !row.scale.equals(before.scale)) entity.scale.copyFrom(row.scale);
		new PartWriter(entity, find).write(row, before);
	}

	function find(path:String):Null<Entity> {
		return world.find(key(path));
	}

	/** The key in the world of the entity with the path. **/
	function key(path:String):String {
		if (root == "") return path;
		return path == "" ? root : '$root/$path';
	}
}
