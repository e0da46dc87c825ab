package haxe;

/** Real time. **/
class Timer {
	/** Seconds since a fixed moment; differences measure durations. **/
	@:intrinsic("host.time") public static function stamp():Float;
}
