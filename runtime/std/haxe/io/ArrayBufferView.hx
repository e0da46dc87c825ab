package haxe.io;

typedef ArrayBufferViewData = ArrayBufferViewImpl;

/** A range of bytes, as every typed array holds one. Offsets and lengths count bytes. **/
class ArrayBufferViewImpl {
	public var bytes:Bytes;
	public var byteOffset:Int;
	public var byteLength:Int;

	public function new(bytes:Bytes, pos:Int, length:Int) {
		this.bytes = bytes;
		byteOffset = pos;
		byteLength = length;
	}

	/** A range inside this one, over the same bytes. **/
	public function sub(begin:Int, ?length:Int):ArrayBufferViewImpl {
		var size = length == null ? byteLength - begin : length;
		if (begin < 0 || size < 0 || begin > byteLength - size) throw Error.OutsideBounds;
		return new ArrayBufferViewImpl(bytes, byteOffset + begin, size);
	}

	/** From `begin` up to `end`. **/
	public function subarray(?begin:Int, ?end:Int):ArrayBufferViewImpl {
		var start = begin == null ? 0 : begin;
		return sub(start, (end == null ? byteLength : end) - start);
	}
}

/** Bytes under a typed array. **/
abstract ArrayBufferView(ArrayBufferViewData) {
	/** All bytes that the range lies in. **/
	public var buffer(get, never):Bytes;

	/** Where the range starts. **/
	public var byteOffset(get, never):Int;

	public var byteLength(get, never):Int;

	/** `size` bytes, all 0. **/
	public inline function new(size:Int) {
		this = new ArrayBufferViewData(Bytes.alloc(size), 0, size);
	}

	inline function get_buffer():Bytes {
		return this.bytes;
	}

	inline function get_byteOffset():Int {
		return this.byteOffset;
	}

	inline function get_byteLength():Int {
		return this.byteLength;
	}

	/** A range inside this one, over the same bytes. **/
	public inline function sub(begin:Int, ?length:Int):ArrayBufferView {
		return fromData(this.sub(begin, length));
	}

	/** From `begin` up to `end`. **/
	public inline function subarray(?begin:Int, ?end:Int):ArrayBufferView {
		return fromData(this.subarray(begin, end));
	}

	public inline function getData():ArrayBufferViewData {
		return this;
	}

	public static inline function fromData(a:ArrayBufferViewData):ArrayBufferView {
		return cast a;
	}

	/** `length` bytes from `pos` on, no copy. **/
	public static function fromBytes(bytes:Bytes, pos:Int = 0, ?length:Int):ArrayBufferView {
		var size = length == null ? bytes.length - pos : length;
		if (pos < 0 || size < 0 || pos > bytes.length - size) throw Error.OutsideBounds;
		return fromData(new ArrayBufferViewData(bytes, pos, size));
	}
}
