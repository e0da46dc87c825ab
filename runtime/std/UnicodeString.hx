import haxe.internal.Utf8Reader;
import haxe.io.Bytes;
import haxe.io.Encoding;
import haxe.iterators.StringIteratorUnicode;
import haxe.iterators.StringKeyValueIteratorUnicode;

/** Text whose positions count code points, not the UTF-16 units that `String` counts. **/
@:forward(toLowerCase, toUpperCase, toString)
abstract UnicodeString(String) from String to String {
	/** The number of code points. **/
	public var length(get, never):Int;

	public inline function new(string:String) {
		this = string;
	}

	/** Are the bytes text in the encoding? Throws a text for `RawNative`, which nothing is known of. **/
	public static function validate(b:Bytes, encoding:Encoding):Bool {
		if (encoding == RawNative) throw "UnicodeString.validate: RawNative encoding is not supported";
		var reader = new Utf8Reader(new StringBuf());
		try {
			for (i in 0...b.length) reader.add(b.get(i));
			reader.finish();
		} catch (e:haxe.Exception) {
			return false;
		}
		return true;
	}

	function get_length():Int {
		return pointsBefore(this.length);
	}

	/** The numbers of the code points. **/
	public inline function iterator():StringIteratorUnicode {
		return new StringIteratorUnicode(this);
	}

	public inline function keyValueIterator():StringKeyValueIteratorUnicode {
		return new StringKeyValueIteratorUnicode(this);
	}

	/** The code point at `index` as text, empty out of range. **/
	public function charAt(index:Int):String {
		return index < 0 ? "" : substr(index, 1);
	}

	/** The code point at `index`, null out of range. **/
	public function charCodeAt(index:Int):Null<Int> {
		var unit = unitOf(index);
		return index < 0 || unit >= this.length ? null : StringTools.utf16CodePointAt(this, unit);
	}

	/** The first position of `str` at or after `startIndex`, or -1. **/
	public function indexOf(str:String, ?startIndex:Int):Int {
		var from = startIndex == null ? 0 : startIndex;
		if (from < 0) from += length;
		var unit = this.indexOf(str, from < 0 ? 0 : unitOf(from));
		return unit < 0 ? -1 : pointsBefore(unit);
	}

	/** The last position of `str` at or before `startIndex`, or -1. **/
	public function lastIndexOf(str:String, ?startIndex:Int):Int {
		if (startIndex != null && startIndex < 0) return -1;
		var unit = startIndex == null ? this.lastIndexOf(str) : this.lastIndexOf(str, unitOf(startIndex));
		return unit < 0 ? -1 : pointsBefore(unit);
	}

	/** The pieces between occurrences of `delimiter`; every code point where it is empty. **/
	public function split(delimiter:String):Array<String> {
		return delimiter == "" ? [for (code in iterator()) String.fromCharCode(code)] : this.split(delimiter);
	}

	/** `len` code points from `pos`; a negative `pos` counts from the end, a negative `len` leaves out that many at the end. **/
	public function substr(pos:Int, ?len:Int):String {
		var start = pos < 0 ? pos + length : pos;
		if (start < 0) start = 0;
		var end = len == null ? length : (len < 0 ? length + len : start + len);
		return end <= start ? "" : this.substring(unitOf(start), unitOf(end));
	}

	/** From `startIndex` up to `endIndex`, swapped if in the wrong order, clamped to the text. **/
	public function substring(startIndex:Int, ?endIndex:Int):String {
		return this.substring(unitOf(startIndex), endIndex == null ? this.length : unitOf(endIndex));
	}

	/** How many code points start before the unit. **/
	function pointsBefore(unit:Int):Int {
		var count = 0;
		var at = 0;
		while (at < unit) {
			at += StringTools.utf16CodePointAt(this, at) < 0x10000 ? 1 : 2;
			count++;
		}
		return count;
	}

	/** Where the code point starts: 0 before the text, its length behind it. **/
	function unitOf(index:Int):Int {
		var at = 0;
		for (i in 0...index) {
			if (at >= this.length) break;
			at += StringTools.utf16CodePointAt(this, at) < 0x10000 ? 1 : 2;
		}
		return at;
	}

	@:op(A < B) static function isLess(a:UnicodeString, b:UnicodeString):Bool {
		return compare(a, b) < 0;
	}

	@:op(A <= B) static function isLessOrEqual(a:UnicodeString, b:UnicodeString):Bool {
		return compare(a, b) <= 0;
	}

	@:op(A > B) static function isGreater(a:UnicodeString, b:UnicodeString):Bool {
		return compare(a, b) > 0;
	}

	@:op(A >= B) static function isGreaterOrEqual(a:UnicodeString, b:UnicodeString):Bool {
		return compare(a, b) >= 0;
	}

	@:op(A == B) static function isEqual(a:UnicodeString, b:UnicodeString):Bool {
		return (a : String) == (b : String);
	}

	@:op(A != B) static function isDifferent(a:UnicodeString, b:UnicodeString):Bool {
		return (a : String) != (b : String);
	}

	@:op(A + B) static function add(a:UnicodeString, b:UnicodeString):UnicodeString {
		return (a : String) + (b : String);
	}

	/** By UTF-16 units, as texts compare. **/
	static function compare(a:String, b:String):Int {
		return a < b ? -1 : (a == b ? 0 : 1);
	}
}
