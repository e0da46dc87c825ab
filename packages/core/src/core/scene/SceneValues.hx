package core.scene;

import core.assets.BlobFormat.ParameterType;
import core.math.Color;
import core.math.Quat;
import core.math.Vec2;
import core.math.Vec3;
import core.math.Vec4;

/** From values as scenes hold them to those of fields. **/
class SceneValues {
	/** How many numbers a value of the `ParameterType` has, 0 for one that is none. **/
	public static function width(type:Int):Int {
		return switch (type) {
			case ParameterType.FLOAT: 1;
			case ParameterType.VEC_2: 2;
			case ParameterType.VEC_3: 3;
			case ParameterType.VEC_4, ParameterType.QUAT, ParameterType.COLOR: 4;
			default: 0;
		}
	}

	/** Is a value an array of numbers? **/
	public static function isVector(type:Int):Bool {
		return width(type) > 1;
	}

	/** What a field gets; `find` knows the entities of the scene by path. **/
	public static function of(type:Int, value:Null<Dynamic>, find:String->Null<Entity>):Null<Dynamic> {
		if (value == null) return null;
		return switch (type) {
			case ParameterType.VEC_2, ParameterType.VEC_3, ParameterType.VEC_4, ParameterType.QUAT, ParameterType.COLOR: vector(type, value);
			case ParameterType.ENTITY: find(value);
			default: value;
		}
	}

	static function vector(type:Int, v:Array<Float>):Dynamic {
		return switch (type) {
			case ParameterType.VEC_2: new Vec2(v[0], v[1]);
			case ParameterType.VEC_3: new Vec3(v[0], v[1], v[2]);
			case ParameterType.VEC_4: new Vec4(v[0], v[1], v[2], v[3]);
			case ParameterType.COLOR: new Color(v[0], v[1], v[2], v[3]);
			default: new Quat(v[0], v[1], v[2], v[3]);
		}
	}
}
