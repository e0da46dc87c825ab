package haxe.io;

import haxe.internal.Memory;

/** Gathers bytes. **/
class BytesBuffer {
	static inline final FIRST_CAPACITY = 16;

	/** The number of bytes so far. **/
	public var length(get, never):Int;

	var b:BytesData;
	var size:Int;
	var capacity:Int;

	public function new() {
		capacity = FIRST_CAPACITY;
		b = Memory.alloc(capacity);
		size = 0;
	}

	inline function get_length():Int {
		return size;
	}

	/** Adds the low 8 bits. **/
	public final function addByte(byte:Int):Void {
		var at = grow(1);
		Memory.set(b, at, byte);
	}

	public function add(src:Bytes):Void {
		addBytes(src, 0, src.length);
	}

	public function addString(v:String, ?encoding:Encoding):Void {
		add(Bytes.ofString(v, encoding));
	}

	public final function addInt32(v:Int):Void {
		var at = grow(4);
		Memory.setInt32(b, at, v);
	}

	public function addInt64(v:Int64):Void {
		addInt32(v.low);
		addInt32(v.high);
	}

	/** Adds 32 bits. **/
	public final function addFloat(v:Float):Void {
		var at = grow(4);
		Memory.setFloat(b, at, v);
	}

	/** Adds 64 bits. **/
	public final function addDouble(v:Float):Void {
		var at = grow(8);
		Memory.setDouble(b, at, v);
	}

	/** Adds `len` bytes of `src` from `pos` on. **/
	public function addBytes(src:Bytes, pos:Int, len:Int):Void {
		if (pos < 0 || len < 0 || pos > src.length - len) throw Error.OutsideBounds;
		var at = grow(len);
		Memory.blit(src.getData(), pos, b, at, len);
	}

	/** A copy of the bytes gathered so far. **/
	public function getBytes():Bytes {
		return Bytes.ofData(Memory.slice(b, 0, size));
	}

	/** Makes room for `count` bytes more, which may move all, and gives the position of the first. **/
	function grow(count:Int):Int {
		var at = size;
		size += count;
		if (size > capacity) {
			while (capacity < size) capacity *= 2;
			var larger = Memory.alloc(capacity);
			Memory.blit(b, 0, larger, 0, at);
			b = larger;
		}
		return at;
	}
}
