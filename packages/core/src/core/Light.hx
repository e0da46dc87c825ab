package core;

import core.math.Vec3;

/** Shines from the entity: a directional one along its -z, a point light all around up to `range`. **/
class Light {
	/** A `LightKind`. **/
	public var kind:Int;

	/** Linear red, green, blue. **/
	public final color:Vec3;

	public var intensity:Float;
	public var range:Float;

	public function new(kind:Int, color:Vec3, intensity:Float, range:Float) {
		this.kind = kind;
		this.color = color;
		this.intensity = intensity;
		this.range = range;
	}
}
