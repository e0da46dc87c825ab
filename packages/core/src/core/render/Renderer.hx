package core.render;

import core.assets.Asset;
import core.assets.BlobFormat.AssetType;
import core.assets.BlobFormat.LightKind;
import core.math.Mat4;
import core.math.Vec3;

/** Draws a world: what its active camera sees, lit by its first directional light. **/
class Renderer {
	/** Linear colour where nothing is drawn. **/
	public final clearColor:Vec3 = new Vec3(0.35, 0.55, 0.85);

	/** Linear light that comes from everywhere. **/
	public final ambient:Vec3 = new Vec3(0.18, 0.21, 0.26);

	public function new() {}

	public function draw(world:World):Void {
		var eye = world.activeCamera();
		if (eye == null || eye.camera == null) return;
		beginFrame(world, eye, eye.camera);
		for (entity in world.entities) {
			if (entity.visible && entity.mesh != "" && entity.material != "") drawEntity(entity);
		}
	}

	function beginFrame(world:World, eye:Entity, camera:Camera):Void {
		var place = eye.worldMatrix();
		var aspect = Host.width() / Host.height();
		var projection = new Mat4().perspective(camera.fovDegrees, aspect, camera.near, camera.far);
		var viewProjection = new Mat4().multiply(projection, new Mat4().invertRigid(place));
		var direction = new Vec3(0.0, -1.0, 0.0);
		var color = new Vec3();
		var sun = firstSun(world);
		var light = sun == null ? null : sun.light;
		if (sun != null && light != null) {
			direction = sun.rotation.rotate(new Vec3(0.0, 0.0, -1.0)).normalize();
			color = light.color.clone().scale(light.intensity);
		}
		Commands.beginFrame(clearColor, viewProjection, place.translation(), direction, color, ambient, world.time);
	}

	function firstSun(world:World):Null<Entity> {
		for (entity in world.entities) {
			var light = entity.light;
			if (light != null && light.kind == LightKind.DIRECTIONAL) return entity;
		}
		return null;
	}

	function drawEntity(entity:Entity):Void {
		var mesh = Asset.require(AssetType.MESH, entity.mesh);
		var material = Asset.require(AssetType.MATERIAL, entity.material);
		var sprite = entity.component(Sprite);
		var region = sprite == null ? Sprite.WHOLE : sprite.place();
		Commands.draw(mesh, material, entity.worldMatrix(), region);
	}
}
