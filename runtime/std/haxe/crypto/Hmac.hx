package haxe.crypto;

import haxe.io.Bytes;

/** The digests that `Hmac` works with. **/
enum HashMethod {
	MD5;
	SHA1;
	SHA256;
}

/** A digest with a secret key (RFC 2104). **/
class Hmac {
	static inline final BLOCK = 64;
	static inline final INNER = 0x36;
	static inline final OUTER = 0x5C;

	final method:HashMethod;

	public function new(hashMethod:HashMethod) {
		method = hashMethod;
	}

	/** The message's code under the key. **/
	public function make(key:Bytes, msg:Bytes):Bytes {
		var block = Bytes.alloc(BLOCK);
		var short = key.length > BLOCK ? digest(key) : key;
		block.blit(0, short, 0, short.length);
		return digest(joined(masked(block, OUTER), digest(joined(masked(block, INNER), msg))));
	}

	function digest(b:Bytes):Bytes {
		return switch (method) {
			case MD5: Md5.make(b);
			case SHA1: Sha1.make(b);
			case SHA256: Sha256.make(b);
		}
	}

	static function masked(key:Bytes, mask:Int):Bytes {
		var result = Bytes.alloc(key.length);
		for (i in 0...key.length) result.set(i, key.get(i) ^ mask);
		return result;
	}

	static function joined(first:Bytes, second:Bytes):Bytes {
		var result = Bytes.alloc(first.length + second.length);
		result.blit(0, first, 0, first.length);
		result.blit(first.length, second, 0, second.length);
		return result;
	}
}
