package tween;

/** Something that takes time, to be driven by a timeline. **/
abstract class Timed {
	/** Seconds. **/
	public final length:Float;
	/** Seconds that it has run. **/
	public var at(default, null) = 0.0;
	public var isDone(get, never):Bool;

	var started = false;
	final onStart:Array<() -> Void> = [];
	final onEnd:Array<() -> Void> = [];

	public function new(length:Float) {
		this.length = length;
	}

	inline function get_isDone():Bool {
		return at >= length;
	}

	/** Goes on by some seconds; returns those that it did not need. **/
	public final function advance(seconds:Float):Float {
		if (!started) {
			started = true;
			begin();
			for (listener in onStart) listener();
		}
		var wasDone = isDone;
		var left = at + seconds - length;
		at = left > 0.0 ? length : at + seconds;
		apply(seconds - (left > 0.0 ? left : 0.0));
		if (isDone && !wasDone) for (listener in onEnd) listener();
		return left > 0.0 ? left : 0.0;
	}

	public function rewind():Void {
		at = 0.0;
		started = false;
	}

	public function first(listener:() -> Void):Timed {
		onStart.push(listener);
		return this;
	}

	public function then(listener:() -> Void):Timed {
		onEnd.push(listener);
		return this;
	}

	/** Once before the first step. **/
	function begin():Void {}

	/** `at` has moved by so many seconds. **/
	abstract function apply(seconds:Float):Void;
}
