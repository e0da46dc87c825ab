/** Immutable text of UTF-16 units. Positions count units. **/
class String {
	/** The number of UTF-16 units. **/
	public var length(get, never):Int;

	@:intrinsic("string.length") function get_length():Int;

	@:intrinsic("string.charCodeAt") function unitAt(index:Int):Int;

	@:intrinsic("string.slice") function slice(start:Int, end:Int):String;

	@:intrinsic("string.indexOf") function find(text:String, from:Int):Int;

	@:intrinsic("string.lastIndexOf") function findLast(text:String, from:Int):Int;

	/** The same text. **/
	public function new(string:String) {}

	@:intrinsic("string.fromCharCode") static function ofUnit(unit:Int):String;

	/** The text of one code point: one UTF-16 unit, or two from 0x10000 on. **/
	public static function fromCharCode(code:Int):String {
		return code < 0x10000 ? ofUnit(code) : ofUnit(0xD7C0 + (code >> 10)) + ofUnit(0xDC00 | (code & 0x3FF));
	}

	/** The unit at `index` as text, empty out of range. **/
	public function charAt(index:Int):String {
		return index < 0 || index >= length ? "" : slice(index, index + 1);
	}

	/** The unit at `index`, null out of range. **/
	public function charCodeAt(index:Int):Null<Int> {
		return index < 0 || index >= length ? null : unitAt(index);
	}

	/** The first position of `text` at or after `startIndex`, or -1. **/
	public function indexOf(text:String, ?startIndex:Int):Int {
		var from = startIndex == null ? 0 : startIndex;
		if (from < 0) {
			from += length;
			if (from < 0) from = 0;
		}
		if (from > length) return text.length == 0 ? length : -1;
		return find(text, from);
	}

	/** The last position of `text` at or before `startIndex`, or -1. **/
	public function lastIndexOf(text:String, ?startIndex:Int):Int {
		var from = startIndex == null ? length : startIndex;
		if (from < 0) return -1;
		return findLast(text, from > length ? length : from);
	}

	/** The pieces between occurrences of `delimiter`; every unit where it is empty. **/
	public function split(delimiter:String):Array<String> {
		var pieces:Array<String> = [];
		if (delimiter.length == 0) {
			for (i in 0...length) pieces.push(slice(i, i + 1));
			return pieces;
		}
		var start = 0;
		var at = find(delimiter, 0);
		while (at >= 0) {
			pieces.push(slice(start, at));
			start = at + delimiter.length;
			at = find(delimiter, start);
		}
		pieces.push(slice(start, length));
		return pieces;
	}

	/** `len` units from `pos`; negative `pos` counts from the end, negative `len` leaves out that many at the end. **/
	public function substr(pos:Int, ?len:Int):String {
		var start = pos < 0 ? pos + length : pos;
		if (start < 0) start = 0;
		if (start >= length) return "";
		var count = len == null ? length - start : len;
		var end = count < 0 ? length + count : (count > length - start ? length : start + count);
		return end <= start ? "" : slice(start, end);
	}

	/** From `startIndex` up to `endIndex`, swapped if in the wrong order, clamped to the text. **/
	public function substring(startIndex:Int, ?endIndex:Int):String {
		var start = clamp(startIndex);
		var end = endIndex == null ? length : clamp(endIndex);
		return start <= end ? slice(start, end) : slice(end, start);
	}

	function clamp(index:Int):Int {
		return index < 0 ? 0 : (index > length ? length : index);
	}

	/** Letter by letter as Unicode maps them one to one. **/
	public function toUpperCase():String {
		return mapCodePoints(haxe.internal.unicode.LetterCase.toUpper);
	}

	/** Letter by letter as Unicode maps them one to one. **/
	public function toLowerCase():String {
		return mapCodePoints(haxe.internal.unicode.LetterCase.toLower);
	}

	function mapCodePoints(map:Int->Int):String {
		var pieces:Array<String> = [];
		var copied = 0;
		var at = 0;
		while (at < length) {
			var code = StringTools.utf16CodePointAt(this, at);
			var next = at + (code < 0x10000 ? 1 : 2);
			var mapped = map(code);
			if (mapped != code) {
				pieces.push(slice(copied, at));
				pieces.push(fromCharCode(mapped));
				copied = next;
			}
			at = next;
		}
		if (copied == 0) return this;
		pieces.push(slice(copied, length));
		return pieces.join("");
	}

	public function toString():String {
		return this;
	}
}
