package core.scene;

/** One `<params>` entry of an entity, as the scene's author wrote it. **/
class SceneParameterRow {
	public final name:String;

	/** A `ParameterType`. **/
	public final type:Int;

	public final text:String;
	public final integer:Int;
	public final values:Array<Float>;

	public function new(name:String, type:Int, text:String, integer:Int, values:Array<Float>) {
		this.name = name;
		this.type = type;
		this.text = text;
		this.integer = integer;
		this.values = values;
	}

	public function equals(other:SceneParameterRow):Bool {
		if (name != other.name || type != other.type || text != other.text || integer != other.integer) return false;
		for (i in 0...values.length) if (values[i] != other.values[i]) return false;
		return true;
	}
}
