package haxe.io;

typedef Int32ArrayData = ArrayBufferView.ArrayBufferViewData;

/** 32-bit integers in bytes. **/
abstract Int32Array(Int32ArrayData) {
	public static inline var BYTES_PER_ELEMENT = 4;

	/** The number of elements. **/
	public var length(get, never):Int;

	/** The elements' bytes. **/
	public var view(get, never):ArrayBufferView;

	/** All elements are 0. **/
	public inline function new(elements:Int) {
		this = new ArrayBufferView(elements << 2).getData();
	}

	inline function get_length():Int {
		return this.byteLength >> 2;
	}

	public inline function get_view():ArrayBufferView {
		return ArrayBufferView.fromData(this);
	}

	@:arrayAccess public inline function get(index:Int):Int {
		return this.bytes.getInt32((index << 2) + this.byteOffset);
	}

	@:arrayAccess public inline function set(index:Int, value:Int):Int {
		this.bytes.setInt32((index << 2) + this.byteOffset, value);
		return value;
	}

	/** `length` elements from `begin` on, over the same bytes. **/
	public inline function sub(begin:Int, ?length:Int):Int32Array {
		return fromData(this.sub(begin << 2, length == null ? null : length << 2));
	}

	/** The elements from `begin` up to `end`, over the same bytes. **/
	public inline function subarray(?begin:Int, ?end:Int):Int32Array {
		return fromData(this.subarray(begin == null ? null : begin << 2, end == null ? null : end << 2));
	}

	public inline function getData():Int32ArrayData {
		return this;
	}

	public static function fromData(d:Int32ArrayData):Int32Array {
		return cast d;
	}

	/** A copy of `length` elements from `pos` on. **/
	public static function fromArray(a:Array<Int>, pos:Int = 0, ?length:Int):Int32Array {
		var count = length == null ? a.length - pos : length;
		if (pos < 0 || count < 0 || pos > a.length - count) throw Error.OutsideBounds;
		var result = new Int32Array(count);
		for (i in 0...count) result[i] = a[pos + i];
		return result;
	}

	/** `length` elements from the byte `bytePos` on, no copy. **/
	public static function fromBytes(bytes:Bytes, bytePos:Int = 0, ?length:Int):Int32Array {
		var count = length == null ? bytes.length - bytePos >> 2 : length;
		return fromData(ArrayBufferView.fromBytes(bytes, bytePos, count << 2).getData());
	}
}
