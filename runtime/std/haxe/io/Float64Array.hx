package haxe.io;

typedef Float64ArrayData = ArrayBufferView.ArrayBufferViewData;

/** 64-bit IEEE numbers in bytes. **/
abstract Float64Array(Float64ArrayData) {
	public static inline var BYTES_PER_ELEMENT = 8;

	/** The number of elements. **/
	public var length(get, never):Int;

	/** The elements' bytes. **/
	public var view(get, never):ArrayBufferView;

	/** All elements are 0. **/
	public inline function new(elements:Int) {
		this = new ArrayBufferView(elements << 3).getData();
	}

	inline function get_length():Int {
		return this.byteLength >> 3;
	}

	public inline function get_view():ArrayBufferView {
		return ArrayBufferView.fromData(this);
	}

	@:arrayAccess public inline function get(index:Int):Float {
		return this.bytes.getDouble((index << 3) + this.byteOffset);
	}

	@:arrayAccess public inline function set(index:Int, value:Float):Float {
		this.bytes.setDouble((index << 3) + this.byteOffset, value);
		return value;
	}

	/** `length` elements from `begin` on, over the same bytes. **/
	public inline function sub(begin:Int, ?length:Int):Float64Array {
		return fromData(this.sub(begin << 3, length == null ? null : length << 3));
	}

	/** The elements from `begin` up to `end`, over the same bytes. **/
	public inline function subarray(?begin:Int, ?end:Int):Float64Array {
		return fromData(this.subarray(begin == null ? null : begin << 3, end == null ? null : end << 3));
	}

	public inline function getData():Float64ArrayData {
		return this;
	}

	public static function fromData(d:Float64ArrayData):Float64Array {
		return cast d;
	}

	/** A copy of `length` elements from `pos` on. **/
	public static function fromArray(a:Array<Float>, pos:Int = 0, ?length:Int):Float64Array {
		var count = length == null ? a.length - pos : length;
		if (pos < 0 || count < 0 || pos > a.length - count) throw Error.OutsideBounds;
		var result = new Float64Array(count);
		for (i in 0...count) result[i] = a[pos + i];
		return result;
	}

	/** `length` elements from the byte `bytePos` on, no copy. **/
	public static function fromBytes(bytes:Bytes, bytePos:Int = 0, ?length:Int):Float64Array {
		var count = length == null ? bytes.length - bytePos >> 3 : length;
		return fromData(ArrayBufferView.fromBytes(bytes, bytePos, count << 3).getData());
	}
}
