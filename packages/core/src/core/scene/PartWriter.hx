package core.scene;

import core.assets.BlobFormat.SceneRole;

/** Brings the parts of one entity in line with its row. **/
class PartWriter {
	final entity:Entity;
	final find:String->Null<Entity>;

	/** `find` knows the entities of the scene by path. **/
	public function new(entity:Entity, find:String->Null<Entity>) {
		this.entity = entity;
		this.find = find;
	}

	/** Sets what differs between the row and `before`, what was written last; all of it where `before` is null. **/
	public function write(row:SceneEntityRow, before:Null<SceneEntityRow>):Void {
		if (before != null) for (part in before.parts) if (row.part(part.type) == null) remove(part.type);
		for (part in row.parts) writePart(part, before == null ? null : before.part(part.type));
	}

	function writePart(part:ScenePartRow, before:Null<ScenePartRow>):Void {
		if (before != null && part.equals(before)) return;
		switch (part.type.role) {
			case SceneRole.BUILTIN:
				BuiltinParts.apply(entity, part);
			case SceneRole.BEHAVIOR:
				var behavior = entity.behavior;
				if (before == null || behavior == null) entity.behavior = behavior = makeBehavior(part.type.name);
				setFields(behavior, part, before);
				if (before != null) behavior.onHotReload();
			default:
				var component = before == null ? null : existing(part.type.name);
				if (component == null) {
					component = makeComponent(part.type.name);
					entity.components.push(component);
				}
				setFields(component, part, before);
				if (before != null) component.onHotReload();
		}
	}

	/** A field that may be null gets null too: what the schema of its class allows has been checked by the build. **/
	@:nullSafety(Off) function setFields(object:Dynamic, part:ScenePartRow, before:Null<ScenePartRow>):Void {
		for (i in 0...part.values.length) {
			if (before != null && part.hasValueOf(i, before)) continue;
			Reflect.setField(object, part.type.fields[i], SceneValues.of(part.type.types[i], part.values[i], find));
		}
	}

	function remove(type:SceneClassRow):Void {
		switch (type.role) {
			case SceneRole.BUILTIN:
				BuiltinParts.remove(entity, type.name);
			case SceneRole.BEHAVIOR:
				entity.behavior = null;
			default:
				var component = existing(type.name);
				if (component != null) entity.components.remove(component);
		}
	}

	function existing(path:String):Null<Component> {
		for (component in entity.components) if (Type.getClassName(Type.getClass(component)) == path) return component;
		return null;
	}

	function makeBehavior(path:String):Behavior {
		var behavior = Behaviors.create(path);
		if (behavior == null) throw 'Entity "${entity.key}": no behaviour "$path" in this build';
		behavior.entity = entity;
		return behavior;
	}

	function makeComponent(path:String):Component {
		var component = Components.create(path);
		if (component == null) throw 'Entity "${entity.key}": no component "$path" in this build';
		return component;
	}
}
