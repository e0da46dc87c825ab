package core.scene;

import core.math.Quat;
import core.math.Vec3;

/** One entity of a scene, as its author wrote it. **/
class SceneEntityRow {
	/** Ids from the scene down, joined by `/`; empty for the root of a prefab. **/
	public final path:String;

	public final name:String;

	/** Row of the parent, -1 for none. **/
	public final parent:Int;

	public final position:Vec3;
	public final rotation:Quat;
	public final scale:Vec3;

	/** Its behaviour and components. **/
	public final parts:Array<ScenePartRow> = [];

	public function new(path:String, name:String, parent:Int, position:Vec3, rotation:Quat, scale:Vec3) {
		this.path = path;
		this.name = name;
		this.parent = parent;
		this.position = position;
		this.rotation = rotation;
		this.scale = scale;
	}

	/** The part of the class, null where the entity has none. **/
	public function part(type:SceneClassRow):Null<ScenePartRow> {
		for (part in parts) if (part.type.name == type.name && part.type.role == type.role) return part;
		return null;
	}
}
