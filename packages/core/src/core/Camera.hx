package core;

/** Looks along the entity's -z. **/
class Camera {
	/** From bottom to top. **/
	public var fovDegrees:Float;

	public var near:Float;
	public var far:Float;

	/** Is this the camera that draws? **/
	public var active:Bool;

	public function new(fovDegrees:Float, near:Float, far:Float, active:Bool) {
		this.fovDegrees = fovDegrees;
		this.near = near;
		this.far = far;
		this.active = active;
	}
}
