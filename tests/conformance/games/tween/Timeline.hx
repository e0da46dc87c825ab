package tween;

import tween.Ease.Easing;
import tween.Tweens;

/** All that is running, and the clock that drives it. **/
class Timeline {
	/** Half speed is 0.5; 0 stands still. **/
	public var speed = 1.0;
	public var time(default, null) = 0.0;
	public var count(get, never):Int;

	var running:Array<{final key:Null<String>; final timed:Timed;}> = [];

	public function new() {}

	inline function get_count():Int {
		return running.length;
	}

	/** Takes the place of what runs under the same key. **/
	public function play<T:Timed>(timed:T, ?key:String):T {
		if (key != null) stop(key);
		running.push({key: key, timed: timed});
		return timed;
	}

	public function stop(key:String):Bool {
		var before = running.length;
		running = running.filter(entry -> entry.key != key);
		return running.length < before;
	}

	public function step(seconds:Float):Void {
		time += seconds * speed;
		for (entry in running.copy()) entry.timed.advance(seconds * speed);
		running = running.filter(entry -> !entry.timed.isDone);
	}
}

/** Words for `using`, so that a timeline reads as a script. **/
class TimelineTools {
	public static inline function to(property:Property, value:Float, seconds:Float, ?easing:Easing):Tween {
		return new Tween(property, value, seconds, easing);
	}

	public static inline function tween(object:Dynamic, name:String, value:Float, seconds:Float, ?easing:Easing):Tween {
		return new Tween(Property.named(object, name), value, seconds, easing);
	}

	public static inline function seconds(length:Float):Wait {
		return new Wait(length);
	}

	public static inline function inTurn(parts:Array<Timed>):Sequence {
		return new Sequence(parts);
	}

	public static inline function atOnce(parts:Array<Timed>):Together {
		return new Together(parts);
	}

	public static inline function times(part:Timed, count:Int):Loop {
		return new Loop(part, count);
	}
}
