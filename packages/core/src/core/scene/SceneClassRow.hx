package core.scene;

/** A class that entities of a scene have, with the fields that the scene sets. **/
class SceneClassRow {
	/** The element's name of a built-in component, else a class path. **/
	public final name:String;

	/** A `SceneRole`. **/
	public final role:Int;

	public final fields:Array<String> = [];

	/** A `ParameterType` for each field. **/
	public final types:Array<Int> = [];

	public function new(name:String, role:Int) {
		this.name = name;
		this.role = role;
	}
}
