package haxe.io;

typedef UInt8ArrayData = ArrayBufferView.ArrayBufferViewData;

/** Numbers from 0 up to 255; of what is stored the low 8 bits are kept. **/
abstract UInt8Array(UInt8ArrayData) {
	public static inline var BYTES_PER_ELEMENT = 1;

	/** The number of elements. **/
	public var length(get, never):Int;

	/** The elements' bytes. **/
	public var view(get, never):ArrayBufferView;

	/** All elements are 0. **/
	public inline function new(elements:Int) {
		this = new ArrayBufferView(elements).getData();
	}

	inline function get_length():Int {
		return this.byteLength;
	}

	public inline function get_view():ArrayBufferView {
		return ArrayBufferView.fromData(this);
	}

	@:arrayAccess public inline function get(index:Int):Int {
		return this.bytes.get(index + this.byteOffset);
	}

	@:arrayAccess public inline function set(index:Int, value:Int):Int {
		this.bytes.set(index + this.byteOffset, value);
		return value & 0xFF;
	}

	/** `length` elements from `begin` on, over the same bytes. **/
	public inline function sub(begin:Int, ?length:Int):UInt8Array {
		return fromData(this.sub(begin, length));
	}

	/** The elements from `begin` up to `end`, over the same bytes. **/
	public inline function subarray(?begin:Int, ?end:Int):UInt8Array {
		return fromData(this.subarray(begin, end));
	}

	public inline function getData():UInt8ArrayData {
		return this;
	}

	public static function fromData(d:UInt8ArrayData):UInt8Array {
		return cast d;
	}

	/** A copy of `length` elements from `pos` on. **/
	public static function fromArray(a:Array<Int>, pos:Int = 0, ?length:Int):UInt8Array {
		var count = length == null ? a.length - pos : length;
		if (pos < 0 || count < 0 || pos > a.length - count) throw Error.OutsideBounds;
		var result = new UInt8Array(count);
		for (i in 0...count) result[i] = a[pos + i];
		return result;
	}

	/** `length` elements from the byte `bytePos` on, no copy. **/
	public static function fromBytes(bytes:Bytes, bytePos:Int = 0, ?length:Int):UInt8Array {
		var count = length == null ? bytes.length - bytePos : length;
		return fromData(ArrayBufferView.fromBytes(bytes, bytePos, count).getData());
	}
}
