package core.assets;

import core.assets.BlobFormat;

/**
	A file that a package carries for code: `<data>` in package.xml. It is read when it is asked for, so it is right after a
	reload too.
**/
class DataAsset {
	final handle:Int;

	function new(handle:Int) {
		this.handle = handle;
	}

	/** The data "package.Name", which must exist. **/
	public static function require(id:String):DataAsset {
		return new DataAsset(Asset.require(AssetType.DATA, id));
	}

	/** How often the file has been replaced since the start; code that keeps what it read asks whether this has grown. **/
	public function version():Int {
		return Asset.version(handle);
	}

	/** Bytes of the file. **/
	public function size():Int {
		return Asset.readInt(handle, DataHeader.CONTENT_SIZE);
	}

	/** The file as text; only for data that is text or JSON. **/
	public function text():String {
		return Asset.readString(handle, Asset.readInt(handle, DataHeader.CONTENT));
	}

	/** A byte of the file, 0 to 255; 0 outside of it. **/
	public function byteAt(index:Int):Int {
		if (index < 0 || index >= size()) return 0;
		// The length is before the bytes; words are read where they are aligned.
		var place = Asset.readInt(handle, DataHeader.CONTENT) + 4 + (index & ~3);
		return (Asset.readInt(handle, place) >> ((index & 3) * 8)) & 0xFF;
	}
}
