package haxe.crypto;

import haxe.internal.HashBlocks;
import haxe.io.Bytes;

/** The MD5 digest of RFC 1321. It tells data apart, but no longer holds against somebody who wants to deceive. **/
class Md5 {
	static final SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
	static final SINES = [for (i in 0...64) HashBlocks.fraction(Math.abs(Math.sin(i + 1)))];

	/** The digest of the text's UTF-8 in hexadecimal digits. **/
	public static function encode(s:String):String {
		return make(Bytes.ofString(s)).toHex();
	}

	/** The 16 bytes of the digest. **/
	public static function make(b:Bytes):Bytes {
		var words = HashBlocks.words(b, false);
		var state = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476];
		var block = 0;
		while (block < words.length) {
			addBlock(state, words, block);
			block += 16;
		}
		return HashBlocks.bytes(state, false);
	}

	static function addBlock(state:Array<Int>, words:Array<Int>, block:Int):Void {
		var a = state[0];
		var b = state[1];
		var c = state[2];
		var d = state[3];
		for (step in 0...64) {
			var round = step >> 4;
			var sum = a + mix(round, b, c, d) + words[block + wordOf(round, step)] + SINES[step];
			a = d;
			d = c;
			c = b;
			b += HashBlocks.rotated(sum, SHIFTS[round * 4 + (step & 3)]);
		}
		state[0] += a;
		state[1] += b;
		state[2] += c;
		state[3] += d;
	}

	static function mix(round:Int, b:Int, c:Int, d:Int):Int {
		return switch (round) {
			case 0: (b & c) | (~b & d);
			case 1: (b & d) | (c & ~d);
			case 2: b ^ c ^ d;
			default: c ^ (b | ~d);
		}
	}

	/** Which of the block's words a step takes. **/
	static function wordOf(round:Int, step:Int):Int {
		return switch (round) {
			case 0: step;
			case 1: step * 5 + 1 & 15;
			case 2: step * 3 + 5 & 15;
			default: step * 7 & 15;
		}
	}
}
