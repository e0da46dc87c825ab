package haxe.iterators;

/** The code points of a text, from the first. **/
class StringIteratorUnicode {
	final s:String;
	var offset:Int = 0;

	public inline function new(s:String) {
		this.s = s;
	}

	public inline function hasNext():Bool {
		return offset < s.length;
	}

	public function next():Int {
		var code = StringTools.utf16CodePointAt(s, offset);
		offset += code < 0x10000 ? 1 : 2;
		return code;
	}

	/** For `using`: `for (code in text.unicodeIterator())`. **/
	public static inline function unicodeIterator(s:String):StringIteratorUnicode {
		return new StringIteratorUnicode(s);
	}
}
