import haxe.internal.PercentEncoding;
import haxe.iterators.StringIterator;
import haxe.iterators.StringKeyValueIterator;

/** Further operations on text, meant for `using StringTools`. **/
class StringTools {
	@:intrinsic("string.charCodeAt") static function unitAt(s:String, index:Int):Int;

	/** For use in an URL: UTF-8, where all but letters, digits and `-_.` is written as `%` and two digits. **/
	public static function urlEncode(s:String):String {
		return PercentEncoding.encode(s);
	}

	/** Reads what `urlEncode` writes; `+` is a space. **/
	public static function urlDecode(s:String):String {
		return PercentEncoding.decode(s);
	}

	/** Writes `&`, `<` and `>` as HTML entities, and the quotes too where `quotes` is true. **/
	public static function htmlEscape(s:String, ?quotes:Bool):String {
		var text = s.split("&").join("&amp;").split("<").join("&lt;").split(">").join("&gt;");
		return quotes == true ? text.split('"').join("&quot;").split("'").join("&#039;") : text;
	}

	/** Reads what `htmlEscape` writes. **/
	public static function htmlUnescape(s:String):String {
		return s.split("&gt;")
			.join(">")
			.split("&lt;")
			.join("<")
			.split("&quot;")
			.join('"')
			.split("&#039;")
			.join("'")
			.split("&amp;")
			.join("&");
	}

	public static function contains(s:String, value:String):Bool {
		return s.indexOf(value) >= 0;
	}

	public static function startsWith(s:String, start:String):Bool {
		return s.length >= start.length && s.substr(0, start.length) == start;
	}

	public static function endsWith(s:String, end:String):Bool {
		return s.length >= end.length && s.substr(s.length - end.length, end.length) == end;
	}

	/** Is the unit at `pos` white space of ASCII? **/
	public static function isSpace(s:String, pos:Int):Bool {
		var code = unitAt(s, pos);
		return code == 32 || code >= 9 && code <= 13;
	}

	public static function ltrim(s:String):String {
		var start = 0;
		while (start < s.length && isSpace(s, start)) start++;
		return s.substring(start, s.length);
	}

	public static function rtrim(s:String):String {
		var end = s.length;
		while (end > 0 && isSpace(s, end - 1)) end--;
		return s.substring(0, end);
	}

	public static function trim(s:String):String {
		return ltrim(rtrim(s));
	}

	/** Puts `c` before `s` until it has `l` units or more. **/
	public static function lpad(s:String, c:String, l:Int):String {
		return padding(c, l - s.length) + s;
	}

	/** Puts `c` behind `s` until it has `l` units or more. **/
	public static function rpad(s:String, c:String, l:Int):String {
		return s + padding(c, l - s.length);
	}

	/** `c` as often as it takes to fill `length` units. **/
	static function padding(c:String, length:Int):String {
		if (c.length == 0) return "";
		var pieces = new StringBuf();
		while (pieces.length < length) pieces.add(c);
		return pieces.toString();
	}

	/** Every `sub` replaced by `by`; where `sub` is empty, `by` is put between the units. **/
	public static function replace(s:String, sub:String, by:String):String {
		return s.split(sub).join(by);
	}

	/** Hexadecimal, in at least `digits` digits; a negative number as its 32 bits. **/
	public static function hex(n:Int, ?digits:Int):String {
		var text = "";
		var rest = n;
		do {
			text = "0123456789ABCDEF".charAt(rest & 15) + text;
			rest >>>= 4;
		} while (rest != 0);
		return digits == null ? text : lpad(text, "0", digits);
	}

	/** The unit at `index`, -1 past the end: see `isEof`. **/
	public static function fastCodeAt(s:String, index:Int):Int {
		return unitAt(s, index);
	}

	/** The unit at `index`, which must be in range. **/
	public static function unsafeCodeAt(s:String, index:Int):Int {
		return unitAt(s, index);
	}

	/** Is that what `fastCodeAt` gives past the end? **/
	public static function isEof(c:Int):Bool {
		return c == -1;
	}

	/** The numbers of all units. **/
	public static function iterator(s:String):StringIterator {
		return new StringIterator(s);
	}

	/** Positions and numbers of all units. **/
	public static function keyValueIterator(s:String):StringKeyValueIterator {
		return new StringKeyValueIterator(s);
	}

	/** The code point whose first unit is at `index`; a lone surrogate stands for itself. **/
	@:noUsing public static function utf16CodePointAt(s:String, index:Int):Int {
		var first = unitAt(s, index);
		if (first & 0xFC00 != 0xD800) return first;
		var second = unitAt(s, index + 1);
		return second & 0xFC00 == 0xDC00 ? ((first - 0xD7C0) << 10) | (second & 0x3FF) : first;
	}

	/** The argument as one word of a Unix shell. **/
	@:deprecated("StringTools.quoteUnixArg() is deprecated. Use haxe.SysTools.quoteUnixArg() instead.")
	public static function quoteUnixArg(argument:String):String {
		return haxe.SysTools.quoteUnixArg(argument);
	}

	/** Characters that mean something to cmd.exe. **/
	@:deprecated("StringTools.winMetaCharacters is deprecated. Use haxe.SysTools.winMetaCharacters instead.")
	public static var winMetaCharacters:Array<Int> = haxe.SysTools.winMetaCharacters.copy();

	/** The argument as one word of a Windows command line. **/
	@:deprecated("StringTools.quoteWinArg() is deprecated. Use haxe.SysTools.quoteWinArg() instead.")
	public static function quoteWinArg(argument:String, escapeMetaCharacters:Bool):String {
		return haxe.SysTools.quoteWinArg(argument, escapeMetaCharacters);
	}
}
