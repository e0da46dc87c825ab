package core;

/**
	The code behind an entity. A scene names a subclass that is marked `@:behavior` in `codeBehind`, and sets the fields that
	are marked `@:param` in `<params>`: the parameter `rotation_speed` is the field `rotationSpeed`.
**/
class Behavior {
	/** The entity that this behaviour drives; the scene sets it before `start`. **/
	@:nullSafety(Off) public var entity:Entity;

	public function new() {}

	/** Called once, when the scene is complete and the parameters are set. **/
	public function start():Void {}

	/** Called for each step of the simulation; `dt` is in seconds. **/
	public function update(dt:Float):Void {}

	/** Called after a reload replaced code or parameters of this behaviour. **/
	public function onHotReload():Void {}
}
