package core.scene;

import core.assets.BlobFormat.ParameterType;
import core.math.Vec2;
import core.math.Vec3;
import core.math.Quat;

/** Sets a behaviour's fields from a scene's `<params>`. **/
class Parameters {
	/** Sets the field that parameter `parameter` names. Throws a text that says what does not fit. **/
	public static function apply(behavior:Behavior, parameter:SceneParameterRow):Void {
		var field = fieldName(parameter.name);
		if (!Reflect.hasField(behavior, field)) {
			throw 'Parameter "${parameter.name}": ${Type.getClassName(Type.getClass(behavior))} has no field $field';
		}
		Reflect.setField(behavior, field, valueOf(parameter));
	}

	/** `rotation_speed` is the field `rotationSpeed`. **/
	public static function fieldName(parameter:String):String {
		var words = parameter.split("_");
		var name = words[0];
		for (i in 1...words.length) name += words[i].charAt(0).toUpperCase() + words[i].substr(1);
		return name;
	}

	static function valueOf(parameter:SceneParameterRow):Dynamic {
		var v = parameter.values;
		return switch (parameter.type) {
			case ParameterType.BOOL: parameter.integer != 0;
			case ParameterType.INT: parameter.integer;
			case ParameterType.FLOAT: v[0];
			case ParameterType.STRING: parameter.text;
			case ParameterType.VEC_2: new Vec2(v[0], v[1]);
			case ParameterType.VEC_3: new Vec3(v[0], v[1], v[2]);
			case ParameterType.VEC_4: new Quat(v[0], v[1], v[2], v[3]);
			default: throw 'Parameter "${parameter.name}" has the unknown type ${parameter.type}';
		}
	}
}
