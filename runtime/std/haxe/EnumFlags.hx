package haxe;

/** A set of an enum's constructors, one bit each: the first 32 constructors can be in it. **/
abstract EnumFlags<T:EnumValue>(Int) {
	/** The flags whose bits are set in `i`. **/
	public inline function new(i:Int = 0) {
		this = i;
	}

	public inline function has(v:T):Bool {
		return this & bit(v) != 0;
	}

	public inline function set(v:T):Void {
		this |= bit(v);
	}

	public inline function unset(v:T):Void {
		this &= ~bit(v);
	}

	static inline function bit(v:EnumValue):Int {
		return 1 << Type.enumIndex(v);
	}

	public static inline function ofInt<T:EnumValue>(i:Int):EnumFlags<T> {
		return new EnumFlags<T>(i);
	}

	public inline function toInt():Int {
		return this;
	}
}
