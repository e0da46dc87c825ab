/** A growable list. Reading past the end gives the element type's zero, or null. **/
class Array<T> {
	/** The number of elements. **/
	public var length(get, never):Int;

	@:intrinsic("array.length") function get_length():Int;

	@:intrinsic("array.slice") function copyRange(start:Int, end:Int):Array<T>;

	@:intrinsic("array.blit") static function blit<T>(src:Array<T>, srcPos:Int, dst:Array<T>, dstPos:Int, count:Int):Void;

	@:intrinsic("string.join") static function joinStrings(parts:Array<String>, separator:String):String;

	public function new():Void {}

	/** Adds `x` at the end and returns the new length. **/
	@:intrinsic("array.push") public function push(x:T):Int;

	/** Removes and returns the last element, null where there is none. **/
	@:intrinsic("array.pop") public function pop():Null<T>;

	/** Shortens, or lengthens with the element type's zero. **/
	@:intrinsic("array.resize") public function resize(len:Int):Void;

	/** Removes and returns the first element, null where there is none. **/
	public function shift():Null<T> {
		if (length == 0) return null;
		var first = this[0];
		blit(this, 1, this, 0, length - 1);
		resize(length - 1);
		return first;
	}

	public function unshift(x:T):Void {
		insert(0, x);
	}

	/** Puts `x` before position `pos`; negative counts from the end, past the end appends. **/
	public function insert(pos:Int, x:T):Void {
		var at = pos < 0 ? pos + length : pos;
		if (at < 0) at = 0;
		if (at > length) at = length;
		var count = length - at;
		push(x);
		blit(this, at, this, at + 1, count);
		this[at] = x;
	}

	/** Removes the first element equal to `x`; false where there is none. **/
	public function remove(x:T):Bool {
		var at = indexOf(x);
		if (at < 0) return false;
		blit(this, at + 1, this, at, length - at - 1);
		resize(length - 1);
		return true;
	}

	public function contains(x:T):Bool {
		return indexOf(x) >= 0;
	}

	public function indexOf(x:T, ?fromIndex:Int):Int {
		var i = fromIndex == null ? 0 : fromIndex;
		if (i < 0) i += length;
		if (i < 0) i = 0;
		while (i < length) {
			if (this[i] == x) return i;
			i++;
		}
		return -1;
	}

	public function lastIndexOf(x:T, ?fromIndex:Int):Int {
		var i = fromIndex == null ? length - 1 : fromIndex;
		if (i < 0) i += length;
		if (i >= length) i = length - 1;
		while (i >= 0) {
			if (this[i] == x) return i;
			i--;
		}
		return -1;
	}

	/** A new array of this one's elements, then those of `a`. **/
	public function concat(a:Array<T>):Array<T> {
		var result = copyRange(0, length);
		result.resize(length + a.length);
		blit(a, 0, result, length, a.length);
		return result;
	}

	public function copy():Array<T> {
		return copyRange(0, length);
	}

	/** Elements from `pos` up to `end`; negative positions count from the end. **/
	public function slice(pos:Int, ?end:Int):Array<T> {
		var from = fromEnd(pos);
		var to = end == null ? length : fromEnd(end);
		return from >= to ? [] : copyRange(from, to);
	}

	/** Removes `len` elements from `pos` on and returns them. **/
	public function splice(pos:Int, len:Int):Array<T> {
		var from = fromEnd(pos);
		if (len <= 0 || from >= length) return [];
		var count = len > length - from ? length - from : len;
		var removed = copyRange(from, from + count);
		blit(this, from + count, this, from, length - from - count);
		resize(length - count);
		return removed;
	}

	function fromEnd(pos:Int):Int {
		var at = pos < 0 ? pos + length : pos;
		return at < 0 ? 0 : (at > length ? length : at);
	}

	public function reverse():Void {
		var low = 0;
		var high = length - 1;
		while (low < high) {
			var x = this[low];
			this[low] = this[high];
			this[high] = x;
			low++;
			high--;
		}
	}

	/** The elements as text with `sep` between them. **/
	public function join(sep:String):String {
		var parts:Array<String> = [];
		for (x in this) parts.push(Std.string(x));
		return joinStrings(parts, sep);
	}

	public function toString():String {
		return "[" + join(",") + "]";
	}

	/** Sorts in place, keeping the order of equal elements. **/
	public function sort(f:T->T->Int):Void {
		haxe.ds.ArraySort.sort(this, f);
	}

	public function map<S>(f:T->S):Array<S> {
		var result:Array<S> = [];
		for (x in this) result.push(f(x));
		return result;
	}

	public function filter(f:T->Bool):Array<T> {
		var result:Array<T> = [];
		for (x in this) if (f(x)) result.push(x);
		return result;
	}

	public function iterator():haxe.iterators.ArrayIterator<T> {
		return new haxe.iterators.ArrayIterator(this);
	}

	public function keyValueIterator():haxe.iterators.ArrayKeyValueIterator<T> {
		return new haxe.iterators.ArrayKeyValueIterator(this);
	}
}
