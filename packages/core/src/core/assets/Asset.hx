package core.assets;

/**
	Compiled assets by handle. A handle stays the same while the asset is replaced by a reload; only its `version`
	grows.
**/
class Asset {
	/** The handle of "package.Name" of a type (see `AssetType`), -1 where there is none such. **/
	@:intrinsic("asset.find") public static function find(type:Int, id:String):Int;

	/** How often the asset has been replaced since the start. **/
	@:intrinsic("asset.version") public static function version(handle:Int):Int;

	/** Bytes of the blob. **/
	@:intrinsic("asset.size") public static function size(handle:Int):Int;

	/** The 32-bit integer at a byte offset of the blob. **/
	@:intrinsic("asset.readInt") public static function readInt(handle:Int, offset:Int):Int;

	@:intrinsic("asset.readFloat32") public static function readFloat32(handle:Int, offset:Int):Float;

	@:intrinsic("asset.readFloat64") public static function readFloat64(handle:Int, offset:Int):Float;

	/** The text at a byte offset: its length in bytes, then UTF-8. **/
	@:intrinsic("asset.readString") public static function readString(handle:Int, offset:Int):String;

	/** The handle of an asset that must exist. Throws a text that names it. **/
	public static function require(type:Int, id:String):Int {
		var handle = find(type, id);
		if (handle < 0) throw 'No asset "$id" in the loaded packages';
		return handle;
	}
}
