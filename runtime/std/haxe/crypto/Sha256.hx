package haxe.crypto;

import haxe.internal.HashBlocks;
import haxe.internal.Sha2;
import haxe.io.Bytes;

/** The SHA-256 digest of FIPS 180-4. **/
class Sha256 {
	/** The digest of the text's UTF-8 in hexadecimal digits. **/
	public static function encode(s:String):String {
		return make(Bytes.ofString(s)).toHex();
	}

	/** The 32 bytes of the digest. **/
	public static function make(b:Bytes):Bytes {
		var start = [
			0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19
		];
		return HashBlocks.bytes(Sha2.digest(b, start), true);
	}
}
