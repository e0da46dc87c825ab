package ecs;

/**
	A handle of an entity: its place in the world's tables, and how often that place was used before. A handle that
	was kept too long is recognised by its generation.
**/
abstract Entity(Int) {
	static inline var INDEX_BITS = 20;
	static inline var INDEX_MASK = (1 << INDEX_BITS) - 1;

	public static final NONE = new Entity(-1, 0);

	public var index(get, never):Int;
	public var generation(get, never):Int;

	public inline function new(index:Int, generation:Int) {
		this = (index & INDEX_MASK) | (generation << INDEX_BITS);
	}

	inline function get_index():Int {
		return this & INDEX_MASK;
	}

	inline function get_generation():Int {
		return this >>> INDEX_BITS;
	}

	@:op(A == B) static function equals(left:Entity, right:Entity):Bool;

	@:op(A != B) static function differs(left:Entity, right:Entity):Bool;

	public function toString():String {
		return '#$index.$generation';
	}
}
