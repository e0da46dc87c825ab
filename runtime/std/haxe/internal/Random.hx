package haxe.internal;

/** The generator behind `Math.random`: xorshift128 (Marsaglia 2003), seeded by the host so that a run can repeat. **/
class Random {
	static var x:Int = 0;
	static var y:Int = 0;
	static var z:Int = 0;
	static var w:Int = 0;

	@:intrinsic("host.seed") static function hostSeed():Int;

	static function __init__() {
		seed(hostSeed());
	}

	/** Starts the sequence that belongs to `value`. **/
	public static function seed(value:Int):Void {
		x = value ^ 0x2545F491;
		y = 0x159A55E5;
		z = 0x1F123BB5;
		w = 0x3C6EF372 ^ (value * 31);
		for (i in 0...16) step();
	}

	/** The next 32 bits. **/
	public static function step():Int {
		var t = x ^ (x << 11);
		x = y;
		y = z;
		z = w;
		w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
		return w;
	}

	/** From 0 up to 1, with 53 random bits. **/
	public static function next():Float {
		var high:Float = step() >>> 5;
		var lowBits:Float = step() >>> 6;
		return (high * 67108864.0 + lowBits) / 9007199254740992.0;
	}
}
