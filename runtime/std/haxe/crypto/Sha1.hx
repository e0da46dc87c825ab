package haxe.crypto;

import haxe.internal.HashBlocks;
import haxe.io.Bytes;

/** The SHA-1 digest of FIPS 180-4. It tells data apart, but no longer holds against somebody who wants to deceive. **/
class Sha1 {
	/** The digest of the text's UTF-8 in hexadecimal digits. **/
	public static function encode(s:String):String {
		return make(Bytes.ofString(s)).toHex();
	}

	/** The 20 bytes of the digest. **/
	public static function make(b:Bytes):Bytes {
		var words = HashBlocks.words(b, true);
		var state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0];
		var block = 0;
		while (block < words.length) {
			addBlock(state, schedule(words, block));
			block += 16;
		}
		return HashBlocks.bytes(state, true);
	}

	/** One word for each of the 80 steps. **/
	static function schedule(words:Array<Int>, block:Int):Array<Int> {
		var w = words.slice(block, block + 16);
		for (t in 16...80) w.push(HashBlocks.rotated(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1));
		return w;
	}

	static function addBlock(state:Array<Int>, w:Array<Int>):Void {
		var a = state[0];
		var b = state[1];
		var c = state[2];
		var d = state[3];
		var e = state[4];
		for (t in 0...80) {
			var next = HashBlocks.rotated(a, 5) + mix(t, b, c, d) + e + constant(t) + w[t];
			e = d;
			d = c;
			c = HashBlocks.rotated(b, 30);
			b = a;
			a = next;
		}
		state[0] += a;
		state[1] += b;
		state[2] += c;
		state[3] += d;
		state[4] += e;
	}

	static function mix(t:Int, b:Int, c:Int, d:Int):Int {
		if (t < 20) return (b & c) | (~b & d);
		if (t < 40 || t >= 60) return b ^ c ^ d;
		return (b & c) | (b & d) | (c & d);
	}

	static function constant(t:Int):Int {
		return t < 20 ? 0x5A827999 : t < 40 ? 0x6ED9EBA1 : t < 60 ? 0x8F1BBCDC : 0xCA62C1D6;
	}
}
