package core;

import core.math.Mat4;
import core.math.Quat;
import core.math.Vec3;

/** A thing in the world: where it is, what it looks like, what it does. **/
class Entity {
	/** Ids from its scene down, joined by `/`. It follows the entity to another parent when the scene is reloaded. **/
	public var key:String;

	/** For people to read. **/
	public var name:String;

	public var parent:Null<Entity> = null;

	/** Relative to the parent. **/
	public final position:Vec3 = new Vec3();

	public final rotation:Quat = new Quat();
	public final scale:Vec3 = new Vec3(1.0, 1.0, 1.0);

	/** "package.Name" of what is drawn; empty for nothing. **/
	public var mesh:String = "";

	public var material:String = "";
	public var visible:Bool = true;
	public var castShadows:Bool = true;
	public var camera:Null<Camera> = null;
	public var light:Null<Light> = null;
	public var behavior:Null<Behavior> = null;
	public final components:Array<Component> = [];

	public function new(key:String, name:String) {
		this.key = key;
		this.name = name;
	}

	/** The component of the class or of a subclass, null where it has none. **/
	public function component<T:Component>(type:Class<T>):Null<T> {
		for (component in components) if (Std.isOfType(component, type)) return cast component;
		return null;
	}

	/** Is it the other entity, or below that? **/
	public function isInside(other:Entity):Bool {
		if (this == other) return true;
		var above = parent;
		return above != null && above.isInside(other);
	}

	/** The transform from the entity's space to the world's, as a new matrix. **/
	public function worldMatrix():Mat4 {
		var local = new Mat4().compose(position, rotation, scale);
		var above = parent;
		return above == null ? local : new Mat4().multiply(above.worldMatrix(), local);
	}
}
