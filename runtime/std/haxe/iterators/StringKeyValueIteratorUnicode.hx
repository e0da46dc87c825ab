package haxe.iterators;

/** The code points of a text with their numbers in order, from the first. **/
class StringKeyValueIteratorUnicode {
	final s:String;
	var offset:Int = 0;
	var index:Int = 0;

	public inline function new(s:String) {
		this.s = s;
	}

	public inline function hasNext():Bool {
		return offset < s.length;
	}

	public function next():{key:Int, value:Int} {
		var code = StringTools.utf16CodePointAt(s, offset);
		offset += code < 0x10000 ? 1 : 2;
		return {key: index++, value: code};
	}

	/** For `using`: `for (index => code in text.unicodeKeyValueIterator())`. **/
	public static inline function unicodeKeyValueIterator(s:String):StringKeyValueIteratorUnicode {
		return new StringKeyValueIteratorUnicode(s);
	}
}
