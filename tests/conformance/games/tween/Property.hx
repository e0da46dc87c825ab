package tween;

/** Something that can be read and set: a number of an object, by functions or by its name. **/
@:forward
abstract Property(PropertyAccess) from PropertyAccess {
	public static inline function of(get:() -> Float, set:Float->Void):Property {
		return {get: get, set: set};
	}

	/** A field of any object. **/
	public static function named(object:Dynamic, name:String):Property {
		return {
			get: () -> Reflect.field(object, name),
			set: value -> Reflect.setField(object, name, value)
		};
	}

	public var value(get, set):Float;

	inline function get_value():Float {
		return this.get();
	}

	inline function set_value(value:Float):Float {
		this.set(value);
		return value;
	}

	@:op(A += B) function add(change:Float):Float {
		return set_value(get_value() + change);
	}
}

typedef PropertyAccess = {
	final get:() -> Float;
	final set:Float->Void;
}
