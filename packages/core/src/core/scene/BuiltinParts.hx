package core.scene;

import core.math.Vec3;

/** The built-in components, which are fields of an entity. **/
class BuiltinParts {
	public static function apply(entity:Entity, part:ScenePartRow):Void {
		switch (part.type.name) {
			case "mesh":
				entity.mesh = part.value("asset");
			case "material":
				entity.material = part.value("asset");
			case "renderable":
				entity.visible = part.value("visible");
				entity.castShadows = part.value("castShadows");
			case "camera":
				entity.camera = new Camera(part.value("fovDegrees"), part.value("near"), part.value("far"), part.value("active"));
			case "light":
				var color:Array<Float> = part.value("color");
				entity.light = new Light(part.value("kind"), new Vec3(color[0], color[1], color[2]), part.value("intensity"),
					part.value("range"));
			case name:
				throw 'Entity "${entity.key}": unknown component "$name"';
		}
	}

	/** As if the entity had never had the component. **/
	public static function remove(entity:Entity, name:String):Void {
		switch (name) {
			case "mesh":
				entity.mesh = "";
			case "material":
				entity.material = "";
			case "renderable":
				entity.visible = true;
				entity.castShadows = true;
			case "camera":
				entity.camera = null;
			default:
				entity.light = null;
		}
	}
}
