package haxe.iterators;

/** The numbers of a text's units, from the first. **/
class StringIterator {
	final s:String;
	var offset:Int = 0;

	public inline function new(s:String) {
		this.s = s;
	}

	public inline function hasNext():Bool {
		return offset < s.length;
	}

	public inline function next():Int {
		return StringTools.unsafeCodeAt(s, offset++);
	}
}
