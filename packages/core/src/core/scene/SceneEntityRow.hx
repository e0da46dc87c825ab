package core.scene;

import core.math.Quat;
import core.math.Vec3;

/** One entity of a scene, as its author wrote it. **/
class SceneEntityRow {
	public final key:String;
	public final name:String;

	/** Row of the parent, -1 for none. **/
	public final parent:Int;

	/** `EntityFlag` bits. **/
	public final flags:Int;

	public final mesh:String;
	public final material:String;

	/** Class path of the behaviour; empty for none. **/
	public final behavior:String;

	public final position:Vec3;
	public final rotation:Quat;
	public final scale:Vec3;
	public final parameters:Array<SceneParameterRow> = [];

	public function new(key:String, name:String, parent:Int, flags:Int, mesh:String, material:String, behavior:String,
			position:Vec3, rotation:Quat, scale:Vec3) {
		this.key = key;
		this.name = name;
		this.parent = parent;
		this.flags = flags;
		this.mesh = mesh;
		this.material = material;
		this.behavior = behavior;
		this.position = position;
		this.rotation = rotation;
		this.scale = scale;
	}
}
