package haxe.io;

import haxe.internal.Memory;

/**
	A fixed number of bytes. Numbers of several bytes are little-endian and may start at any position. Reads of a single
	byte out of range give 0; every other access out of range throws `Error.OutsideBounds`.
**/
class Bytes {
	/** The number of bytes. **/
	public final length:Int;

	final b:BytesData;

	function new(length:Int, b:BytesData) {
		this.length = length;
		this.b = b;
	}

	/** `length` bytes, all 0. **/
	public static function alloc(length:Int):Bytes {
		if (length < 0) throw Error.OutsideBounds;
		return new Bytes(length, Memory.alloc(length));
	}

	/** The bytes of a text, UTF-8 where no encoding is given. **/
	public static function ofString(s:String, ?encoding:Encoding):Bytes {
		if (encoding == RawNative) return ofUnits(s);
		return ofData(Memory.ofText(s));
	}

	static function ofUnits(s:String):Bytes {
		var bytes = alloc(s.length * 2);
		for (i in 0...s.length) Memory.setUInt16(bytes.b, i * 2, StringTools.fastCodeAt(s, i));
		return bytes;
	}

	/** Bytes over the same memory. **/
	public static function ofData(b:BytesData):Bytes {
		return new Bytes(Memory.length(b), b);
	}

	/** Two hexadecimal digits a byte. **/
	public static function ofHex(s:String):Bytes {
		if (s.length & 1 != 0) throw "Not a hex string (odd number of digits)";
		var bytes = alloc(s.length >> 1);
		for (i in 0...bytes.length) {
			var high = digit(StringTools.fastCodeAt(s, i * 2));
			var low = digit(StringTools.fastCodeAt(s, i * 2 + 1));
			Memory.set(bytes.b, i, high << 4 | low);
		}
		return bytes;
	}

	static function digit(code:Int):Int {
		return (code & 0xF) + (code >> 6) * 9;
	}

	/** The byte at `pos`; 0 out of range. **/
	public static inline function fastGet(b:BytesData, pos:Int):Int {
		return Memory.get(b, pos);
	}

	/** The byte at `pos`; 0 out of range. **/
	public final function get(pos:Int):Int {
		return Memory.get(b, pos);
	}

	/** Stores the low 8 bits of `v`. **/
	public final function set(pos:Int, v:Int):Void {
		if (pos < 0 || pos >= length) throw Error.OutsideBounds;
		Memory.set(b, pos, v);
	}

	/** Copies `len` bytes of `src`; the two may overlap. **/
	public function blit(pos:Int, src:Bytes, srcpos:Int, len:Int):Void {
		need(pos, len);
		src.need(srcpos, len);
		Memory.blit(src.b, srcpos, b, pos, len);
	}

	/** Stores `value` in `len` bytes. **/
	public function fill(pos:Int, len:Int, value:Int):Void {
		need(pos, len);
		Memory.fill(b, pos, pos + len, value);
	}

	/** A copy of `len` bytes. **/
	public function sub(pos:Int, len:Int):Bytes {
		need(pos, len);
		return new Bytes(len, Memory.slice(b, pos, pos + len));
	}

	/** Negative, 0 or positive: by the first byte that differs, then by length. **/
	public function compare(other:Bytes):Int {
		return Memory.compare(b, other.b);
	}

	/** The 64-bit IEEE number at `pos`. **/
	public final function getDouble(pos:Int):Float {
		if (pos < 0 || pos > length - 8) throw Error.OutsideBounds;
		return Memory.getDouble(b, pos);
	}

	/** The 32-bit IEEE number at `pos`. **/
	public final function getFloat(pos:Int):Float {
		if (pos < 0 || pos > length - 4) throw Error.OutsideBounds;
		return Memory.getFloat(b, pos);
	}

	public final function setDouble(pos:Int, v:Float):Void {
		if (pos < 0 || pos > length - 8) throw Error.OutsideBounds;
		Memory.setDouble(b, pos, v);
	}

	/** Rounds to 32 bits. **/
	public final function setFloat(pos:Int, v:Float):Void {
		if (pos < 0 || pos > length - 4) throw Error.OutsideBounds;
		Memory.setFloat(b, pos, v);
	}

	/** From 0 up to 65535. **/
	public final function getUInt16(pos:Int):Int {
		if (pos < 0 || pos > length - 2) throw Error.OutsideBounds;
		return Memory.getUInt16(b, pos);
	}

	/** Stores the low 16 bits of `v`. **/
	public final function setUInt16(pos:Int, v:Int):Void {
		if (pos < 0 || pos > length - 2) throw Error.OutsideBounds;
		Memory.setUInt16(b, pos, v);
	}

	public final function getInt32(pos:Int):Int {
		if (pos < 0 || pos > length - 4) throw Error.OutsideBounds;
		return Memory.getInt32(b, pos);
	}

	public final function setInt32(pos:Int, v:Int):Void {
		if (pos < 0 || pos > length - 4) throw Error.OutsideBounds;
		Memory.setInt32(b, pos, v);
	}

	public function getInt64(pos:Int):Int64 {
		if (pos < 0 || pos > length - 8) throw Error.OutsideBounds;
		return Int64.make(Memory.getInt32(b, pos + 4), Memory.getInt32(b, pos));
	}

	public function setInt64(pos:Int, v:Int64):Void {
		if (pos < 0 || pos > length - 8) throw Error.OutsideBounds;
		Memory.setInt32(b, pos, v.low);
		Memory.setInt32(b, pos + 4, v.high);
	}

	/** `len` bytes as text, UTF-8 where no encoding is given. A malformed sequence reads as U+FFFD. **/
	public function getString(pos:Int, len:Int, ?encoding:Encoding):String {
		need(pos, len);
		return encoding == RawNative ? units(pos, len) : Memory.toText(b, pos, pos + len);
	}

	function units(pos:Int, len:Int):String {
		var text = new StringBuf();
		for (i in 0...len >> 1) text.addChar(Memory.getUInt16(b, pos + i * 2));
		return text.toString();
	}

	@:deprecated("readString is deprecated, use getString instead")
	public function readString(pos:Int, len:Int):String {
		return getString(pos, len);
	}

	/** All bytes as UTF-8 text. **/
	public function toString():String {
		return getString(0, length);
	}

	/** Two lower-case hexadecimal digits a byte. **/
	public function toHex():String {
		var text = new StringBuf();
		for (i in 0...length) {
			var byte = Memory.get(b, i);
			text.add(HEX.charAt(byte >> 4));
			text.add(HEX.charAt(byte & 15));
		}
		return text.toString();
	}

	static inline final HEX = "0123456789abcdef";

	/** The memory itself, no copy. **/
	public inline function getData():BytesData {
		return b;
	}

	inline function need(pos:Int, len:Int):Void {
		if (pos < 0 || len < 0 || pos > length - len) throw Error.OutsideBounds;
	}
}
