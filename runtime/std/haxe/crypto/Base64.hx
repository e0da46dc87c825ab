package haxe.crypto;

import haxe.io.Bytes;

/** Bytes as text, six bits a character (RFC 4648). **/
class Base64 {
	/** The alphabet: the characters for 0 up to 63. **/
	public static var CHARS(default, null) = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	public static var BYTES(default, null) = Bytes.ofString(CHARS);

	/** The alphabet that is safe in addresses and file names. **/
	public static var URL_CHARS(default, null) = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	public static var URL_BYTES(default, null) = Bytes.ofString(URL_CHARS);

	/** With `complement` filled up with "=" to a multiple of four characters. **/
	public static function encode(bytes:Bytes, complement:Bool = true):String {
		return encoded(bytes, BYTES, complement);
	}

	/** With `complement` "=" at the end is passed over; elsewhere, and without it, that is no valid character. **/
	public static function decode(str:String, complement:Bool = true):Bytes {
		return decoded(str, BYTES, complement);
	}

	/** As `encode`, in the alphabet for addresses. **/
	public static function urlEncode(bytes:Bytes, complement:Bool = false):String {
		return encoded(bytes, URL_BYTES, complement);
	}

	/** As `decode`, in the alphabet for addresses. **/
	public static function urlDecode(str:String, complement:Bool = false):Bytes {
		return decoded(str, URL_BYTES, complement);
	}

	static function encoded(bytes:Bytes, base:Bytes, complement:Bool):String {
		var text = new BaseCode(base).encodeBytes(bytes).toString();
		return complement ? StringTools.rpad(text, "=", text.length + 3 & ~3) : text;
	}

	static function decoded(text:String, base:Bytes, complement:Bool):Bytes {
		var length = text.length;
		while (complement && length > 0 && StringTools.fastCodeAt(text, length - 1) == "=".code) length--;
		return new BaseCode(base).decodeBytes(Bytes.ofString(text.substr(0, length)));
	}
}
