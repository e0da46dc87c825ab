package haxe.internal;

import haxe.io.BytesData;

/** The runtime's own operations on bytes, little-endian. Positions are not checked, but those of `get`. **/
class Memory {
	/** All zero. **/
	@:intrinsic("bytes.alloc") public static function alloc(size:Int):BytesData;

	@:intrinsic("bytes.length") public static function length(b:BytesData):Int;

	/** 0 out of range. **/
	@:intrinsic("bytes.get") public static function get(b:BytesData, pos:Int):Int;

	@:intrinsic("bytes.set") public static function set(b:BytesData, pos:Int, v:Int):Void;

	@:intrinsic("bytes.getUint16") public static function getUInt16(b:BytesData, pos:Int):Int;

	@:intrinsic("bytes.setUint16") public static function setUInt16(b:BytesData, pos:Int, v:Int):Void;

	@:intrinsic("bytes.getInt32") public static function getInt32(b:BytesData, pos:Int):Int;

	@:intrinsic("bytes.setInt32") public static function setInt32(b:BytesData, pos:Int, v:Int):Void;

	@:intrinsic("bytes.getFloat32") public static function getFloat(b:BytesData, pos:Int):Float;

	@:intrinsic("bytes.setFloat32") public static function setFloat(b:BytesData, pos:Int, v:Float):Void;

	@:intrinsic("bytes.getFloat64") public static function getDouble(b:BytesData, pos:Int):Float;

	@:intrinsic("bytes.setFloat64") public static function setDouble(b:BytesData, pos:Int, v:Float):Void;

	@:intrinsic("bytes.blit") public static function blit(src:BytesData, srcpos:Int, dst:BytesData, pos:Int, len:Int):Void;

	/** From `start` up to `end`. **/
	@:intrinsic("bytes.fill") public static function fill(b:BytesData, start:Int, end:Int, v:Int):Void;

	@:intrinsic("bytes.slice") public static function slice(b:BytesData, start:Int, end:Int):BytesData;

	@:intrinsic("bytes.compare") public static function compare(a:BytesData, b:BytesData):Int;

	@:intrinsic("bytes.ofText") public static function ofText(text:String):BytesData;

	@:intrinsic("bytes.toText") public static function toText(b:BytesData, start:Int, end:Int):String;
}
