package haxe.iterators;

/** Positions and numbers of a text's units, from the first. **/
class StringKeyValueIterator {
	final s:String;
	var offset:Int = 0;

	public inline function new(s:String) {
		this.s = s;
	}

	public inline function hasNext():Bool {
		return offset < s.length;
	}

	public inline function next():{key:Int, value:Int} {
		return {key: offset, value: StringTools.unsafeCodeAt(s, offset++)};
	}
}
