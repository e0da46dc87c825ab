package core;

/**
	A part of an entity that holds data, such as how much it can carry. Subclasses that are marked `@:component` can be named
	in a scene's `<components>`, which sets the fields marked `@:param`.
**/
class Component {
	public function new() {}

	/** Called after a reload of the scene changed a field. **/
	public function onHotReload():Void {}
}
