package core.scene;

/** A behaviour or component of an entity, as the scene's author wrote it. **/
class ScenePartRow {
	public final type:SceneClassRow;

	/** A value for each field: `Bool`, `Int`, `Float`, `String`, for vectors an array; assets and entities by name. **/
	public final values:Array<Null<Dynamic>> = [];

	public function new(type:SceneClassRow) {
		this.type = type;
	}

	/** The value of a field that has one. **/
	public function value(field:String):Dynamic {
		var index = type.fields.indexOf(field);
		var found = index < 0 ? null : values[index];
		if (found == null) throw 'Component "${type.name}" has no "$field"';
		return found;
	}

	/** Is it the same part with the same values? **/
	public function equals(other:ScenePartRow):Bool {
		if (type.name != other.type.name || type.fields.length != other.type.fields.length) return false;
		for (i in 0...values.length) if (!hasValueOf(i, other)) return false;
		return true;
	}

	/** Has the other part the value of field `index`? **/
	public function hasValueOf(index:Int, other:ScenePartRow):Bool {
		var position = other.type.fields.indexOf(type.fields[index]);
		if (position < 0 || other.type.types[position] != type.types[index]) return false;
		var own = values[index];
		var others = other.values[position];
		if (own == null || others == null || !SceneValues.isVector(type.types[index])) return own == others;
		var numbers:Array<Float> = own;
		var otherNumbers:Array<Float> = others;
		for (i in 0...numbers.length) if (numbers[i] != otherNumbers[i]) return false;
		return true;
	}
}
