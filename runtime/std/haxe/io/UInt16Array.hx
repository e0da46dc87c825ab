package haxe.io;

typedef UInt16ArrayData = ArrayBufferView.ArrayBufferViewData;

/** Numbers from 0 up to 65535; of what is stored the low 16 bits are kept. **/
abstract UInt16Array(UInt16ArrayData) {
	public static inline var BYTES_PER_ELEMENT = 2;

	/** The number of elements. **/
	public var length(get, never):Int;

	/** The elements' bytes. **/
	public var view(get, never):ArrayBufferView;

	/** All elements are 0. **/
	public inline function new(elements:Int) {
		this = new ArrayBufferView(elements << 1).getData();
	}

	inline function get_length():Int {
		return this.byteLength >> 1;
	}

	public inline function get_view():ArrayBufferView {
		return ArrayBufferView.fromData(this);
	}

	@:arrayAccess public inline function get(index:Int):Int {
		return this.bytes.getUInt16((index << 1) + this.byteOffset);
	}

	@:arrayAccess public inline function set(index:Int, value:Int):Int {
		this.bytes.setUInt16((index << 1) + this.byteOffset, value);
		return value & 0xFFFF;
	}

	/** `length` elements from `begin` on, over the same bytes. **/
	public inline function sub(begin:Int, ?length:Int):UInt16Array {
		return fromData(this.sub(begin << 1, length == null ? null : length << 1));
	}

	/** The elements from `begin` up to `end`, over the same bytes. **/
	public inline function subarray(?begin:Int, ?end:Int):UInt16Array {
		return fromData(this.subarray(begin == null ? null : begin << 1, end == null ? null : end << 1));
	}

	public inline function getData():UInt16ArrayData {
		return this;
	}

	public static function fromData(d:UInt16ArrayData):UInt16Array {
		return cast d;
	}

	/** A copy of `length` elements from `pos` on. **/
	public static function fromArray(a:Array<Int>, pos:Int = 0, ?length:Int):UInt16Array {
		var count = length == null ? a.length - pos : length;
		if (pos < 0 || count < 0 || pos > a.length - count) throw Error.OutsideBounds;
		var result = new UInt16Array(count);
		for (i in 0...count) result[i] = a[pos + i];
		return result;
	}

	/** `length` elements from the byte `bytePos` on, no copy. **/
	public static function fromBytes(bytes:Bytes, bytePos:Int = 0, ?length:Int):UInt16Array {
		var count = length == null ? bytes.length - bytePos >> 1 : length;
		return fromData(ArrayBufferView.fromBytes(bytes, bytePos, count << 1).getData());
	}
}
