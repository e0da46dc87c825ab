package haxe.internal;

import haxe.io.Bytes;

/**
	What MD5 and the SHA family have in common: a message is followed by a 1 bit, zeros and its length in bits, so that it
	fills blocks of 64 bytes (RFC 1321, section 3; FIPS 180-4, section 5.1.1).
**/
class HashBlocks {
	static inline final BLOCK = 64;
	static inline final LENGTH_BYTES = 8;

	/** The padded message as words, 16 a block; the first byte of a word is its lowest, or with `bigEndian` its highest. **/
	public static function words(message:Bytes, bigEndian:Bool):Array<Int> {
		var size = (message.length + LENGTH_BYTES) - (message.length + LENGTH_BYTES) % BLOCK + BLOCK;
		var padded = Bytes.alloc(size);
		padded.blit(0, message, 0, message.length);
		padded.set(message.length, 0x80);
		var words = [for (i in 0...size >> 2) word(padded, i * 4, bigEndian)];
		var low = message.length << 3;
		var high = message.length >>> 29;
		words[words.length - 2] = bigEndian ? high : low;
		words[words.length - 1] = bigEndian ? low : high;
		return words;
	}

	/** The words of a digest as bytes. **/
	public static function bytes(words:Array<Int>, bigEndian:Bool):Bytes {
		var bytes = Bytes.alloc(words.length * 4);
		for (i in 0...words.length) bytes.setInt32(i * 4, bigEndian ? swapped(words[i]) : words[i]);
		return bytes;
	}

	static function word(bytes:Bytes, pos:Int, bigEndian:Bool):Int {
		var value = bytes.getInt32(pos);
		return bigEndian ? swapped(value) : value;
	}

	static function swapped(value:Int):Int {
		return (value << 24) | (value << 8 & 0xFF0000) | (value >>> 8 & 0xFF00) | (value >>> 24);
	}

	/** Turned to the left by `count` bits, from 1 to 31. **/
	public static inline function rotated(value:Int, count:Int):Int {
		return value << count | value >>> 32 - count;
	}

	/** The first 32 bits behind the point. **/
	public static function fraction(value:Float):Int {
		return Std.int((value - Math.ffloor(value)) * 4294967296.0);
	}
}
