package core.scene;

import core.assets.Asset;
import core.assets.BlobFormat;
import core.math.Quat;
import core.math.Vec3;

/** Reads the columns of a compiled scene or prefab (docs/fpkg.md, `SceneHeader`). **/
class SceneReader {
	final scene:Int;

	public function new(scene:Int) {
		this.scene = scene;
	}

	/** All entities with their parts, parents before their children. **/
	public function readEntities():Array<SceneEntityRow> {
		var rows = [for (row in 0...int(SceneHeader.ENTITY_COUNT)) readEntity(row)];
		var classes = [for (row in 0...int(SceneHeader.CLASS_COUNT)) readClass(row)];
		for (i in 0...int(SceneHeader.ARCHETYPE_COUNT)) {
			readArchetype(int(SceneHeader.ARCHETYPES) + i * SceneArchetype.SIZE_OF, classes, rows);
		}
		return rows;
	}

	function readEntity(row:Int):SceneEntityRow {
		var rotation = int(SceneHeader.ROTATIONS) + row * 32;
		return new SceneEntityRow(Asset.readString(scene, cell(SceneHeader.ENTITY_PATHS, row)),
			Asset.readString(scene, cell(SceneHeader.ENTITY_NAMES, row)), cell(SceneHeader.PARENTS, row),
			vector(int(SceneHeader.POSITIONS) + row * 24),
			new Quat(float(rotation), float(rotation + 8), float(rotation + 16), float(rotation + 24)),
			vector(int(SceneHeader.SCALES) + row * 24));
	}

	function readClass(row:Int):SceneClassRow {
		var at = int(SceneHeader.CLASSES) + row * SceneClass.SIZE_OF;
		var type = new SceneClassRow(Asset.readString(scene, int(at + SceneClass.NAME)), int(at + SceneClass.ROLE));
		var first = int(at + SceneClass.FIRST_FIELD);
		for (i in first...first + int(at + SceneClass.FIELD_COUNT)) {
			var field = int(SceneHeader.FIELDS) + i * SceneField.SIZE_OF;
			type.fields.push(Asset.readString(scene, int(field + SceneField.NAME)));
			type.types.push(int(field + SceneField.TYPE));
		}
		return type;
	}

	/** Gives each entity of an archetype its parts. **/
	function readArchetype(at:Int, classes:Array<SceneClassRow>, rows:Array<SceneEntityRow>):Void {
		var entities = int(at + SceneArchetype.ENTITIES);
		var count = int(at + SceneArchetype.ENTITY_COUNT);
		var first = int(at + SceneArchetype.FIRST_PART);
		for (i in first...first + int(at + SceneArchetype.PART_COUNT)) {
			var part = int(SceneHeader.PARTS) + i * ScenePart.SIZE_OF;
			var type = classes[int(part + ScenePart.CLASS)];
			var columns = int(SceneHeader.COLUMNS) + int(part + ScenePart.FIRST_COLUMN) * 4;
			for (index in 0...count) {
				var values = new ScenePartRow(type);
				for (field in 0...type.fields.length) {
					values.values.push(readValue(type.types[field], int(columns + field * 4), index, rows));
				}
				rows[int(entities + index * 4)].parts.push(values);
			}
		}
	}

	function readValue(type:Int, column:Int, index:Int, rows:Array<SceneEntityRow>):Null<Dynamic> {
		var width = SceneValues.width(type);
		if (width == 1) return float(column + index * 8);
		if (width > 1) return [for (i in 0...width) float(column + (index * width + i) * 8)];
		var cell = int(column + index * 4);
		return switch (type) {
			case ParameterType.BOOL: cell != 0;
			case ParameterType.STRING: cell < 0 ? null : Asset.readString(scene, cell);
			case ParameterType.ASSET: cell < 0 ? "" : referenceName(cell);
			case ParameterType.ENTITY: cell < 0 ? null : rows[cell].path;
			default: cell;
		}
	}

	/** Row `row` of a column of integers. **/
	function cell(column:Int, row:Int):Int {
		return int(int(column) + row * 4);
	}

	/** "package.Name" of an asset that the scene refers to. **/
	function referenceName(row:Int):String {
		return Asset.readString(scene, int(int(BlobHeader.REFERENCES) + row * BlobReference.SIZE_OF + BlobReference.NAME));
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
}
