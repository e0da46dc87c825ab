package haxe;

/** A function that runs again and again from the end of `main` on. **/
class MainEvent {
	var f:Null<Void->Void>;

	/** Does a program without frames go on for it? **/
	public var isBlocking:Bool = true;

	/** When it runs next, in seconds of the clock that timers go by. **/
	public var nextRun(default, null):Float = Math.NEGATIVE_INFINITY;

	/** Of those that are due in one turn, the event with the highest runs first. **/
	public var priority(default, null):Int;

	@:allow(haxe.MainLoop)
	function new(f:Void->Void, priority:Int) {
		this.f = f;
		this.priority = priority;
	}

	/** Runs no more before `t` seconds have passed; null takes the delay back. **/
	public function delay(t:Null<Float>):Void {
		nextRun = t == null ? Math.NEGATIVE_INFINITY : MainLoop.now + t;
	}

	/** Runs the function now. **/
	public function call():Void {
		if (f != null) f();
	}

	/** Runs no more. **/
	public function stop():Void {
		f = null;
		nextRun = Math.NEGATIVE_INFINITY;
		MainLoop.forget(this);
	}

	@:allow(haxe.Timer)
	function repeat(seconds:Float):Void {
		nextRun = nextRun + seconds > MainLoop.now ? nextRun + seconds : MainLoop.now;
	}
}

/**
	What a program does from the end of `main` on: a turn, a wait, a turn, until no event is left that blocks. A game takes
	a turn before each step, and its clock is that of the game: it stands still in `main` and inside a turn, and goes on by
	the length of a step, so that a run repeats.
**/
class MainLoop {
	@:intrinsic("host.onTimers") static function onTimers(loop:Void->Void, step:Float->Void):Void;

	/** Seconds of the clock that timers go by; it starts when `main` has returned. **/
	@:allow(haxe.MainEvent, haxe.EntryPoint)
	static var now:Float = 0.0;

	static var events:Array<MainEvent> = [];
	static var isHooked:Bool = false;

	/** How many functions that `addThread` was given have not run yet. **/
	public static var threadCount(get, never):Int;

	static function get_threadCount():Int {
		return EntryPoint.threadCount;
	}

	/** Is there an event that the program goes on for? **/
	public static function hasEvents():Bool {
		for (event in events) if (event.isBlocking) return true;
		return false;
	}

	/** There is one thread: runs `f` in the next turn. **/
	public static function addThread(f:Void->Void):Void {
		EntryPoint.addThread(f);
	}

	/** Runs `f` in the next turn. **/
	public static function runInMainThread(f:Void->Void):Void {
		EntryPoint.runInMainThread(f);
	}

	/** Runs `f` in every turn from the next one on. **/
	public static function add(f:Void->Void, priority:Int = 0):MainEvent {
		hook();
		var event = new MainEvent(f, priority);
		events.push(event);
		return event;
	}

	/** Tells the host of the loop. **/
	@:allow(haxe.EntryPoint)
	static function hook():Void {
		if (isHooked) return;
		isHooked = true;
		onTimers(EntryPoint.run, step);
	}

	@:allow(haxe.MainEvent)
	static function forget(event:MainEvent):Void {
		events.remove(event);
	}

	/** A step of a game. **/
	static function step(seconds:Float):Void {
		advance(now + seconds);
		EntryPoint.takeTurn();
	}

	@:allow(haxe.EntryPoint)
	static function advance(to:Float):Void {
		if (to > now) now = to;
	}

	/** Runs what is due, each event once, and gives the seconds until more is; -1 where no event blocks. **/
	@:allow(haxe.EntryPoint)
	static function tick():Float {
		var due = events.filter(event -> event.nextRun <= now);
		due.sort(inOrder);
		for (event in due) event.call();
		if (!hasEvents()) return -1;
		var next = Math.POSITIVE_INFINITY;
		for (event in events) next = Math.min(next, event.nextRun);
		return Math.max(0, next - now);
	}

	static function inOrder(a:MainEvent, b:MainEvent):Int {
		return a.priority != b.priority ? b.priority - a.priority : Reflect.compare(a.nextRun, b.nextRun);
	}
}
