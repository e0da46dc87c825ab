package haxe;

/** The loop of a program without frames. **/
class EntryPoint {
	static var pending:Array<Void->Void> = [];

	/** How many functions that `addThread` was given have not run yet. **/
	public static var threadCount(default, null):Int = 0;

	/** There is one thread, which is awake. **/
	public static function wakeup():Void {}

	/** Runs `f` in the next turn. **/
	public static function runInMainThread(f:Void->Void):Void {
		MainLoop.hook();
		pending.push(f);
	}

	/** There is one thread: runs `f` in the next turn. **/
	public static function addThread(f:Void->Void):Void {
		threadCount++;
		runInMainThread(() -> {
			threadCount--;
			f();
		});
	}

	/** Takes turns until nothing is left to wait for. The command line calls it after `main`. **/
	public static function run():Void {
		var start = Timer.stamp();
		while (true) {
			var wait = takeTurn();
			if (wait < 0) return;
			if (wait > 0) pause(wait);
			MainLoop.advance(Timer.stamp() - start);
		}
	}

	/** Once the time is slept it has passed, whatever the system's clock says. Where nothing can sleep it passes at once. **/
	static function pause(seconds:Float):Void {
		var end = MainLoop.now + seconds;
		try Sys.sleep(seconds) catch (error:Exception) {}
		MainLoop.advance(end);
	}

	/** Runs what waits; the seconds until more does, or -1 where nothing ever will. **/
	@:allow(haxe.MainLoop)
	static function takeTurn():Float {
		var now = pending;
		pending = [];
		for (f in now) f();
		var wait = MainLoop.tick();
		return pending.length > 0 ? 0 : wait;
	}
}
