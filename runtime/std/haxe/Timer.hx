package haxe;

import haxe.MainLoop.MainEvent;

/**
	Calls after a time, once or again and again. The first can come when `main` has returned. On the command line the time
	is real, in a game that of the game: see `haxe.MainLoop`.
**/
class Timer {
	var event:Null<MainEvent>;

	/** Calls `run` every `time_ms` milliseconds until it is stopped. **/
	public function new(time_ms:Int) {
		var seconds = time_ms / 1000;
		event = MainLoop.add(() -> {
			event.repeat(seconds);
			run();
		});
		event.delay(seconds);
	}

	/** `run` is not called again. **/
	public function stop():Void {
		if (event != null) event.stop();
		event = null;
	}

	/** What is called; to be replaced, here or in a subclass. **/
	public dynamic function run():Void {}

	/** Calls `f` once, after `time_ms` milliseconds. **/
	public static function delay(f:Void->Void, time_ms:Int):Timer {
		var timer = new Timer(time_ms);
		timer.run = () -> {
			timer.stop();
			f();
		};
		return timer;
	}

	/** Traces how many seconds `f` takes, and returns what it does. **/
	public static function measure<T>(f:Void->T, ?pos:PosInfos):T {
		var start = stamp();
		var result = f();
		Log.trace((stamp() - start) + "s", pos);
		return result;
	}

	/** Seconds of real time since a fixed moment; differences measure durations. **/
	@:intrinsic("host.time") public static function stamp():Float;
}
