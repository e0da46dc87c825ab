package haxe.ds;

/** An array whose length never changes. Elements that were not set are the element type's zero, or null. **/
@:arrayAccess
abstract Vector<T>(VectorData<T>) {
	@:intrinsic("array.blit") static function blitElements<T>(src:Array<T>, srcPos:Int, dst:Array<T>, dstPos:Int, count:Int):Void;

	/**
		Holds `length` elements, each `defaultValue`. Without one they are the zero of the element type: 0, 0.0, false or
		null; null where the element type is a type parameter.
	**/
	@:intrinsic("array.filled") public function new(length:Int, ?defaultValue:T);

	@:op([]) public inline function get(index:Int):T {
		return this[index];
	}

	@:op([]) public inline function set(index:Int, val:T):T {
		return this[index] = val;
	}

	/** The number of elements. **/
	public var length(get, never):Int;

	inline function get_length():Int {
		return this.length;
	}

	/** Sets every element to `value`. **/
	public function fill(value:T):Void {
		for (i in 0...this.length) this[i] = value;
	}

	/**
		Copies `len` elements of `src` from `srcPos` on to `dest` from `destPos` on; the two may be one vector. Throws where
		either has not so many.
	**/
	public static function blit<T>(src:Vector<T>, srcPos:Int, dest:Vector<T>, destPos:Int, len:Int):Void {
		if (len < 0 || !src.holds(srcPos, len) || !dest.holds(destPos, len)) throw "Vector range is out of bounds";
		blitElements(src.toData(), srcPos, dest.toData(), destPos, len);
	}

	function holds(position:Int, count:Int):Bool {
		return position >= 0 && position <= this.length - count;
	}

	/** The elements in an array of their own. **/
	public function toArray():Array<T> {
		return this.copy();
	}

	/** What stands behind the vector; not a copy. **/
	public inline function toData():VectorData<T> {
		return this;
	}

	/** The vector that stands on `data`; not a copy. **/
	public static inline function fromData<T>(data:VectorData<T>):Vector<T> {
		return cast data;
	}

	public static function fromArrayCopy<T>(array:Array<T>):Vector<T> {
		return fromData(array.copy());
	}

	public function copy():Vector<T> {
		return fromData(this.copy());
	}

	/** The elements as text with `sep` between them. **/
	public function join(sep:String):String {
		return this.join(sep);
	}

	/** A new vector of what `f` makes of each element. **/
	public function map<S>(f:T->S):Vector<S> {
		return Vector.fromData(this.map(f));
	}

	/** Sorts in place, keeping the order of equal elements. **/
	public function sort(f:T->T->Int):Void {
		this.sort(f);
	}
}

private typedef VectorData<T> = Array<T>;
