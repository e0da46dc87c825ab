package core.assets;

import core.assets.BlobFormat;

/**
	The named regions of an atlas texture. They are read when they are asked for, so they are right after a reload too.
**/
class Atlas {
	final texture:Int;

	/** The atlas of that handle; any other texture has no regions. **/
	public function new(texture:Int) {
		this.texture = texture;
	}

	/** The atlas "package.Name", which must exist. **/
	public static function require(id:String):Atlas {
		return new Atlas(Asset.require(AssetType.TEXTURE, id));
	}

	/** Regions in order of their names. **/
	public function regions():Array<AtlasRegion> {
		return [for (row in 0...count()) readRegion(row)];
	}

	/** The region of that name; null where there is none. **/
	public function find(name:String):Null<AtlasRegion> {
		for (row in 0...count()) if (nameOf(row) == name) return readRegion(row);
		return null;
	}

	function count():Int {
		return int(TextureHeader.REGION_COUNT);
	}

	function placeOf(row:Int):Int {
		return int(TextureHeader.REGIONS) + row * TextureRegion.SIZE_OF;
	}

	function nameOf(row:Int):String {
		return Asset.readString(texture, int(placeOf(row) + TextureRegion.NAME));
	}

	function readRegion(row:Int):AtlasRegion {
		var at = placeOf(row);
		return new AtlasRegion(nameOf(row), int(at + TextureRegion.X), int(at + TextureRegion.Y), int(at + TextureRegion.WIDTH),
			int(at + TextureRegion.HEIGHT), int(TextureHeader.WIDTH), int(TextureHeader.HEIGHT));
	}

	function int(offset:Int):Int {
		return Asset.readInt(texture, offset);
	}
}
