package haxe.io;

import haxe.exceptions.NotImplementedException;

/**
	A stream of bytes to read. A subclass defines `readByte`, and `readBytes` where it can do better. Whatever finds no
	more bytes throws `Eof`.
**/
class Input {
	static inline final PIECE = 1 << 14;

	/** Do numbers of several bytes begin with the highest? **/
	public var bigEndian(default, set):Bool;

	/** The next byte. **/
	public function readByte():Int {
		throw new NotImplementedException();
	}

	/**
		Reads up to `len` bytes into `s` from `pos` on, and gives their number: here 0 at the end, in the streams of the
		standard library `Eof` is thrown there.
	**/
	public function readBytes(s:Bytes, pos:Int, len:Int):Int {
		if (pos < 0 || len < 0 || pos > s.length - len) throw Error.OutsideBounds;
		var count = 0;
		try {
			while (count < len) {
				s.set(pos + count, readByte());
				count++;
			}
		} catch (eof:Eof) {}
		return count;
	}

	/** Nothing may be read afterwards. **/
	public function close():Void {}

	function set_bigEndian(b:Bool):Bool {
		bigEndian = b;
		return b;
	}

	/** Everything up to the end, read in pieces of `bufsize` bytes. **/
	public function readAll(?bufsize:Int):Bytes {
		var piece = Bytes.alloc(bufsize == null ? PIECE : bufsize);
		var all = new BytesBuffer();
		try {
			while (true) {
				var count = readBytes(piece, 0, piece.length);
				if (count == 0) throw Error.Blocked;
				all.addBytes(piece, 0, count);
			}
		} catch (eof:Eof) {}
		return all.getBytes();
	}

	/** Reads exactly `len` bytes. **/
	public function readFullBytes(s:Bytes, pos:Int, len:Int):Void {
		var end = pos + len;
		while (pos < end) {
			var count = readBytes(s, pos, end - pos);
			if (count == 0) throw Error.Blocked;
			pos += count;
		}
	}

	/** Exactly `nbytes` bytes. **/
	public function read(nbytes:Int):Bytes {
		var bytes = Bytes.alloc(nbytes);
		readFullBytes(bytes, 0, nbytes);
		return bytes;
	}

	/** The text up to the byte `end`, which is read but left out. **/
	public function readUntil(end:Int):String {
		var text = new BytesBuffer();
		var byte = readByte();
		while (byte != end) {
			text.addByte(byte);
			byte = readByte();
		}
		return text.getBytes().toString();
	}

	/** The text up to the end of the line, "\n" or "\r\n", which is read but left out. **/
	public function readLine():String {
		var line = new BytesBuffer();
		try {
			var byte = readByte();
			while (byte != "\n".code) {
				line.addByte(byte);
				byte = readByte();
			}
		} catch (eof:Eof) {
			if (line.length == 0) throw eof;
		}
		var bytes = line.getBytes();
		var hasReturn = bytes.length > 0 && bytes.get(bytes.length - 1) == "\r".code;
		return bytes.getString(0, hasReturn ? bytes.length - 1 : bytes.length);
	}

	/** A 32-bit IEEE number. **/
	public function readFloat():Float {
		return FPHelper.i32ToFloat(readInt32());
	}

	/** A 64-bit IEEE number. **/
	public function readDouble():Float {
		var first = readInt32();
		var second = readInt32();
		return bigEndian ? FPHelper.i64ToDouble(second, first) : FPHelper.i64ToDouble(first, second);
	}

	/** From -128 to 127. **/
	public function readInt8():Int {
		return signed(readByte(), 8);
	}

	public function readInt16():Int {
		return signed(readUInt16(), 16);
	}

	public function readUInt16():Int {
		var first = readByte();
		var second = readByte();
		return bigEndian ? first << 8 | second : second << 8 | first;
	}

	public function readInt24():Int {
		return signed(readUInt24(), 24);
	}

	public function readUInt24():Int {
		var first = readByte();
		var second = readByte();
		var third = readByte();
		return bigEndian ? first << 16 | second << 8 | third : third << 16 | second << 8 | first;
	}

	public function readInt32():Int {
		var first = readUInt16();
		var second = readUInt16();
		return bigEndian ? first << 16 | second : second << 16 | first;
	}

	/** A number of `bits` bits whose highest one is the sign. **/
	static inline function signed(value:Int, bits:Int):Int {
		return value << 32 - bits >> 32 - bits;
	}

	/** `len` bytes as text. **/
	public function readString(len:Int, ?encoding:Encoding):String {
		return read(len).getString(0, len, encoding);
	}
}
