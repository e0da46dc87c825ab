package haxe.crypto;

import haxe.io.Bytes;

/** The checksum of zip files and PNG pictures: the CRC with the polynomial 0x04C11DB7, bits reversed (RFC 1952, section 8). **/
class Crc32 {
	static final TABLE = [for (byte in 0...256) remainder(byte)];

	var crc:Int = -1;

	public function new() {}

	static function remainder(byte:Int):Int {
		var value = byte;
		for (bit in 0...8) value = value & 1 == 0 ? value >>> 1 : (value >>> 1) ^ 0xEDB88320;
		return value;
	}

	/** Adds the low 8 bits. **/
	public function byte(b:Int):Void {
		crc = TABLE[(crc ^ b) & 0xFF] ^ (crc >>> 8);
	}

	/** Adds `len` bytes from `pos` on. **/
	public function update(b:Bytes, pos:Int, len:Int):Void {
		for (i in pos...pos + len) byte(b.get(i));
	}

	/** The checksum so far. **/
	public function get():Int {
		return ~crc;
	}

	/** The checksum of all bytes. **/
	public static function make(data:Bytes):Int {
		var crc = new Crc32();
		crc.update(data, 0, data.length);
		return crc.get();
	}
}
