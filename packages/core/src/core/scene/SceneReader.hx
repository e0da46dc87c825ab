package core.scene;

import core.assets.Asset;
import core.assets.BlobFormat;
import core.math.Quat;
import core.math.Vec3;

/** Reads the columns of a compiled scene (docs/fpkg.md, `SceneHeader`). **/
class SceneReader {
	final scene:Int;

	public function new(scene:Int) {
		this.scene = scene;
	}

	public function readEntities():Array<SceneEntityRow> {
		return [for (row in 0...int(SceneHeader.ENTITY_COUNT)) readEntity(row)];
	}

	/** Calls `use` with each camera and the row of its entity. **/
	public function readCameras(use:(row:Int, camera:Camera) -> Void):Void {
		for (i in 0...int(SceneHeader.CAMERA_COUNT)) {
			var at = int(SceneHeader.CAMERAS) + i * SceneCamera.SIZE_OF;
			use(int(at + SceneCamera.ENTITY), new Camera(float(at + SceneCamera.FOV_DEGREES), float(at + SceneCamera.NEAR),
				float(at + SceneCamera.FAR), int(at + SceneCamera.ACTIVE) != 0));
		}
	}

	/** Calls `use` with each light and the row of its entity. **/
	public function readLights(use:(row:Int, light:Light) -> Void):Void {
		for (i in 0...int(SceneHeader.LIGHT_COUNT)) {
			var at = int(SceneHeader.LIGHTS) + i * SceneLight.SIZE_OF;
			use(int(at + SceneLight.ENTITY), new Light(int(at + SceneLight.KIND), vector(at + SceneLight.COLOR),
				float(at + SceneLight.INTENSITY), float(at + SceneLight.RANGE)));
		}
	}

	function readEntity(row:Int):SceneEntityRow {
		var rotation = int(SceneHeader.ROTATIONS) + row * 32;
		var entity = new SceneEntityRow(text(cell(SceneHeader.ENTITY_KEYS, row)), text(cell(SceneHeader.ENTITY_NAMES, row)),
			cell(SceneHeader.PARENTS, row), cell(SceneHeader.ENTITY_FLAGS, row), referenceName(cell(SceneHeader.MESHES, row)),
			referenceName(cell(SceneHeader.MATERIALS, row)), text(cell(SceneHeader.BEHAVIORS, row)),
			vector(int(SceneHeader.POSITIONS) + row * 24),
			new Quat(float(rotation), float(rotation + 8), float(rotation + 16), float(rotation + 24)),
			vector(int(SceneHeader.SCALES) + row * 24));
		var first = cell(SceneHeader.FIRST_PARAMETERS, row);
		for (i in first...first + cell(SceneHeader.PARAMETER_COUNTS, row)) entity.parameters.push(readParameter(i));
		return entity;
	}

	function readParameter(row:Int):SceneParameterRow {
		var at = int(SceneHeader.PARAMETERS) + row * SceneParameter.SIZE_OF;
		var values = [for (i in 0...4) float(at + SceneParameter.VALUE + i * 8)];
		return new SceneParameterRow(text(int(at + SceneParameter.NAME)), int(at + SceneParameter.TYPE),
			text(int(at + SceneParameter.TEXT)), int(at + SceneParameter.INTEGER), values);
	}

	/** Row `row` of a column of integers. **/
	function cell(column:Int, row:Int):Int {
		return int(int(column) + row * 4);
	}

	/** "package.Name" of an asset that the scene refers to; empty for row -1. **/
	function referenceName(row:Int):String {
		if (row < 0) return "";
		return text(int(int(BlobHeader.REFERENCES) + row * BlobReference.SIZE_OF + BlobReference.NAME));
	}

	function int(offset:Int):Int {
		return Asset.readInt(scene, offset);
	}

	function float(offset:Int):Float {
		return Asset.readFloat64(scene, offset);
	}

	function vector(offset:Int):Vec3 {
		return new Vec3(float(offset), float(offset + 8), float(offset + 16));
	}

	/** Empty for offset -1. **/
	function text(offset:Int):String {
		return offset < 0 ? "" : Asset.readString(scene, offset);
	}
}
