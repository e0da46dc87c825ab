package haxe.internal;

import haxe.crypto.BaseCode;
import haxe.io.Bytes;

/** Bytes in serialised texts: base 64 without padding, in an alphabet of its own. **/
class SerializedBytes {
	static final code = new BaseCode(Bytes.ofString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%:"));

	public static function encode(bytes:Bytes):String {
		return code.encodeBytes(bytes).toString();
	}

	public static function decode(text:String):Bytes {
		return code.decodeBytes(Bytes.ofString(text));
	}
}
