package haxe.crypto;

import haxe.io.Bytes;
import haxe.io.Input;

/** The checksum of zlib streams (RFC 1950, section 8.2). **/
class Adler32 {
	static inline final MODULUS = 65521;

	var low:Int = 1;
	var high:Int = 0;

	public function new() {}

	/** The checksum so far. **/
	public function get():Int {
		return high << 16 | low;
	}

	/** Adds `len` bytes from `pos` on. **/
	public function update(b:Bytes, pos:Int, len:Int):Void {
		for (i in pos...pos + len) {
			low = (low + b.get(i)) % MODULUS;
			high = (high + low) % MODULUS;
		}
	}

	public function equals(a:Adler32):Bool {
		return get() == a.get();
	}

	/** The two sums in 8 hexadecimal digits each. **/
	public function toString():String {
		return StringTools.hex(high, 8) + StringTools.hex(low, 8);
	}

	/** Reads the four bytes that stand for a checksum at the end of a stream. **/
	public static function read(i:Input):Adler32 {
		var sums = new Adler32();
		var first = i.readByte();
		sums.high = first << 8 | i.readByte();
		var second = i.readByte();
		sums.low = second << 8 | i.readByte();
		return sums;
	}

	/** The checksum of all bytes. **/
	public static function make(b:Bytes):Int {
		var sums = new Adler32();
		sums.update(b, 0, b.length);
		return sums.get();
	}
}
