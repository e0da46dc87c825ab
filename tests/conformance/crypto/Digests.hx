import haxe.crypto.Hmac;
import haxe.crypto.Md5;
import haxe.crypto.Sha1;
import haxe.crypto.Sha224;
import haxe.crypto.Sha256;
import haxe.io.Bytes;

/** The test vectors of RFC 1321, FIPS 180 (NIST's examples), RFC 2202 and RFC 4231. **/
class Digests {
	static function repeated(text:String, count:Int):String {
		var buffer = new StringBuf();
		for (i in 0...count) buffer.add(text);
		return buffer.toString();
	}

	static function filled(value:Int, count:Int):Bytes {
		var bytes = Bytes.alloc(count);
		bytes.fill(0, count, value);
		return bytes;
	}

	static function main():Void {
		for (text in [
			"", "a", "abc", "message digest", "abcdefghijklmnopqrstuvwxyz",
			"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", repeated("1234567890", 8)
		]) {
			Sys.println(Md5.encode(text));
		}
		Sys.println(Md5.encode("né€"));
		Sys.println(Md5.make(filled(0xFF, 200)).toHex());

		var long = "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu";
		for (text in ["", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", long]) {
			Sys.println(Sha1.encode(text));
			Sys.println(Sha224.encode(text));
			Sys.println(Sha256.encode(text));
		}
		Sys.println(Sha1.encode("né€"));
		// Lengths around the end of a block, where the padding needs another.
		for (count in [54, 55, 56, 57, 63, 64, 65, 119, 120]) {
			var bytes = filled(0x61, count);
			Sys.println(count + " " + Md5.make(bytes).toHex());
			Sys.println(Sha1.make(bytes).toHex());
			Sys.println(Sha256.make(bytes).toHex());
		}
		var large = filled(0x61, 20000);
		Sys.println(Md5.make(large).toHex());
		Sys.println(Sha1.make(large).toHex());
		Sys.println(Sha256.make(large).toHex());

		var keys = [filled(0x0b, 16), filled(0x0b, 20), Bytes.ofString("Jefe"), filled(0xaa, 80), filled(0xaa, 131)];
		var messages = ["Hi There", "what do ya want for nothing?", "Test Using Larger Than Block-Size Key - Hash Key First"];
		for (key in keys) {
			for (message in messages) {
				var bytes = Bytes.ofString(message);
				Sys.println(new Hmac(MD5).make(key, bytes).toHex());
				Sys.println(new Hmac(SHA1).make(key, bytes).toHex());
				Sys.println(new Hmac(SHA256).make(key, bytes).toHex());
			}
		}
		Sys.println(new Hmac(SHA256).make(Bytes.alloc(0), Bytes.alloc(0)).toHex());
	}
}
