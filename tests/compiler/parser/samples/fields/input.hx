class Fields {
	public static inline var MAX:Int = 10;
	var plain;
	public final name:String = "x";
	var size(get, never):Int;
	public var level(default, set):Float = 1.0;
	static var cache(null, null):Map<String, Int>;
	@:isVar public var x(get, set):Int;

	/** Makes one. */
	public function new(?x:Int, y = 2, ...rest:Float) {}

	override dynamic public function run<T>(item:T):Void {
		return;
	}

	extern overload inline function pick(a:Int):Int;

	final function last() return 1;
}
