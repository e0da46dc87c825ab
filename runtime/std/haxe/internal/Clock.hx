package haxe.internal;

/** The time of day to the precision of the clock that measures spans. **/
class Clock {
	@:intrinsic("host.time") static function seconds():Float;

	@:intrinsic("host.now") static function now():Float;

	/** When the other clock stood at 0, in seconds since 1970 (UTC). **/
	static final start:Float = now() / 1000.0 - seconds();

	/** Seconds since 1970 (UTC). They go on evenly, whatever happens to the system's clock. **/
	public static function time():Float {
		return start + seconds();
	}
}
