package haxe.io;

import haxe.exceptions.NotImplementedException;

/** A stream that takes bytes. A subclass defines `writeByte`, and `writeBytes` where it can do better. **/
class Output {
	static inline final PIECE = 4096;

	/** Do numbers of several bytes begin with the highest? **/
	public var bigEndian(default, set):Bool;

	/** Writes the low 8 bits. **/
	public function writeByte(c:Int):Void {
		throw new NotImplementedException();
	}

	/** Writes up to `len` bytes of `s` from `pos` on, and gives their number. **/
	public function writeBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw Error.OutsideBounds;
		for (i in pos...pos + len) writeByte(s.get(i));
		return len;
	}

	/** Sends on what is held back. **/
	public function flush():Void {}

	/** Nothing may be written afterwards. **/
	public function close():Void {}

	function set_bigEndian(b:Bool):Bool {
		bigEndian = b;
		return b;
	}

	/** Writes all bytes. **/
	public function write(s:Bytes):Void {
		writeFullBytes(s, 0, s.length);
	}

	/** Writes exactly `len` bytes. **/
	public function writeFullBytes(s:Bytes, pos:Int, len:Int):Void {
		var end = pos + len;
		while (pos < end) {
			var count = writeBytes(s, pos, end - pos);
			if (count == 0) throw Error.Blocked;
			pos += count;
		}
	}

	/** Writes 32 bits. **/
	public function writeFloat(x:Float):Void {
		writeInt32(FPHelper.floatToI32(x));
	}

	/** Writes 64 bits. **/
	public function writeDouble(x:Float):Void {
		var bits = FPHelper.doubleToI64(x);
		writeInt32(bigEndian ? bits.high : bits.low);
		writeInt32(bigEndian ? bits.low : bits.high);
	}

	public function writeInt8(x:Int):Void {
		if (x < -0x80 || x >= 0x80) throw Error.Overflow;
		writeByte(x & 0xFF);
	}

	public function writeInt16(x:Int):Void {
		if (x < -0x8000 || x >= 0x8000) throw Error.Overflow;
		writeUInt16(x & 0xFFFF);
	}

	public function writeUInt16(x:Int):Void {
		if (x < 0 || x >= 0x10000) throw Error.Overflow;
		writeByte(bigEndian ? x >> 8 : x & 0xFF);
		writeByte(bigEndian ? x & 0xFF : x >> 8);
	}

	public function writeInt24(x:Int):Void {
		if (x < -0x800000 || x >= 0x800000) throw Error.Overflow;
		writeUInt24(x & 0xFFFFFF);
	}

	public function writeUInt24(x:Int):Void {
		if (x < 0 || x >= 0x1000000) throw Error.Overflow;
		writeByte(bigEndian ? x >> 16 : x & 0xFF);
		writeByte(x >> 8 & 0xFF);
		writeByte(bigEndian ? x & 0xFF : x >> 16);
	}

	public function writeInt32(x:Int):Void {
		writeUInt16(bigEndian ? x >>> 16 : x & 0xFFFF);
		writeUInt16(bigEndian ? x & 0xFFFF : x >>> 16);
	}

	/** Says how many bytes are to come. **/
	public function prepare(nbytes:Int):Void {}

	/** Writes everything that `i` has left, in pieces of `bufsize` bytes. **/
	public function writeInput(i:Input, ?bufsize:Int):Void {
		var piece = Bytes.alloc(bufsize == null ? PIECE : bufsize);
		try {
			while (true) {
				var count = i.readBytes(piece, 0, piece.length);
				if (count == 0) throw Error.Blocked;
				writeFullBytes(piece, 0, count);
			}
		} catch (eof:Eof) {}
	}

	public function writeString(s:String, ?encoding:Encoding):Void {
		write(Bytes.ofString(s, encoding));
	}
}
