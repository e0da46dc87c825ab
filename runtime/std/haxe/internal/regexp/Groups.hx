package haxe.internal.regexp;

/** The groups of a pattern, with their names and what refers to them. **/
class Groups {
	/** How many there are so far. **/
	public var count:Int = 0;

	final names:Map<String, Int> = [];
	final references:Array<{group:Int, position:Int}> = [];

	public function new() {}

	/** False where another number has the name already. **/
	public function name(name:String, group:Int):Bool {
		var known = names[name];
		names[name] = group;
		return known == null || known == group;
	}

	/** The group of the name, null where there is none. **/
	public function named(name:String):Null<Int> {
		return names[name];
	}

	/** Remembers what `checkReferences` checks: a group may be defined behind its references. **/
	public function refer(group:Int, position:Int):Void {
		references.push({group: group, position: position});
	}

	public function checkReferences(reader:PatternReader):Void {
		for (reference in references) {
			if (reference.group < 1 || reference.group > count) reader.fail("reference to non-existent subpattern", reference.position);
		}
	}
}
