package haxe.crypto;

import haxe.internal.HashBlocks;
import haxe.internal.Sha2;
import haxe.io.Bytes;

/** The SHA-224 digest of FIPS 180-4. **/
class Sha224 {
	public function new() {}

	/** The digest of the text's UTF-8 in hexadecimal digits. **/
	public static function encode(s:String):String {
		return make(Bytes.ofString(s)).toHex();
	}

	/** The 28 bytes of the digest. **/
	public static function make(b:Bytes):Bytes {
		var start = [
			0xC1059ED8, 0x367CD507, 0x3070DD17, 0xF70E5939, 0xFFC00B31, 0x68581511, 0x64F98FA7, 0xBEFA4FA4
		];
		return HashBlocks.bytes(Sha2.digest(b, start).slice(0, 7), true);
	}
}
