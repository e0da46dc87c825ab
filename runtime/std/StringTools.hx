/** Further operations on text, meant for `using StringTools`. **/
class StringTools {
	public static function startsWith(s:String, start:String):Bool {
		return s.length >= start.length && s.substr(0, start.length) == start;
	}

	public static function endsWith(s:String, end:String):Bool {
		return s.length >= end.length && s.substr(s.length - end.length, end.length) == end;
	}

	public static function contains(s:String, value:String):Bool {
		return s.indexOf(value) >= 0;
	}

	/** Is the unit at `pos` white space? **/
	public static function isSpace(s:String, pos:Int):Bool {
		var code = s.charCodeAt(pos);
		return code == 32 || code != null && code >= 9 && code <= 13;
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

	/** Puts `c` before `s` until it has `l` units. **/
	public static function lpad(s:String, c:String, l:Int):String {
		if (c.length == 0) return s;
		var padding = "";
		while (padding.length + s.length < l) padding += c;
		return padding + s;
	}

	/** Puts `c` behind `s` until it has `l` units. **/
	public static function rpad(s:String, c:String, l:Int):String {
		if (c.length == 0) return s;
		var result = s;
		while (result.length < l) result += c;
		return result;
	}

	public static function replace(s:String, sub:String, by:String):String {
		return s.split(sub).join(by);
	}

	/** Hexadecimal, in at least `digits` digits. **/
	public static function hex(n:Int, ?digits:Int):String {
		var text = "";
		var rest = n;
		do {
			text = "0123456789ABCDEF".charAt(rest & 15) + text;
			rest >>>= 4;
		} while (rest != 0);
		return digits == null ? text : lpad(text, "0", digits);
	}

	/** The unit at `index`, -1 past the end. **/
	public static function fastCodeAt(s:String, index:Int):Int {
		var code = s.charCodeAt(index);
		return code == null ? -1 : code;
	}

	public static function isEof(c:Int):Bool {
		return c == -1;
	}
}
