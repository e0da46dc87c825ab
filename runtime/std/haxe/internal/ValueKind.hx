package haxe.internal;

/** What a `Dynamic` holds, as the runtime numbers it. **/
class ValueKind {
	public static inline final NULL = 0;
	public static inline final INT = 1;
	public static inline final FLOAT = 2;
	public static inline final BOOL = 3;
	public static inline final STRING = 4;
	public static inline final ARRAY = 5;
	public static inline final INSTANCE = 6;
	public static inline final ENUM = 7;
	public static inline final STRUCTURE = 8;
	public static inline final FUNCTION = 9;
	public static inline final TYPE = 10;

	@:intrinsic("dyn.kind") public static function of(v:Dynamic):Int;
}
