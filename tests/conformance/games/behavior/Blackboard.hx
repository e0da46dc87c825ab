package behavior;

/** What the nodes of a tree know in common, by name. **/
@:forward(keys, remove)
abstract Blackboard(Map<String, Value>) {
	public inline function new() {
		this = [];
	}

	@:arrayAccess public function read(key:String):Value {
		return this.exists(key) ? this[key] : Missing;
	}

	@:arrayAccess public function write(key:String, value:Value):Value {
		return this[key] = value;
	}

	public function number(key:String, byDefault = 0):Int {
		return switch (read(key)) {
			case Number(value): value;
			case Text(text):
				var parsed = Std.parseInt(text);
				parsed == null ? byDefault : parsed;
			case Flag(isSet): isSet ? 1 : 0;
			case Missing: byDefault;
		}
	}
}
