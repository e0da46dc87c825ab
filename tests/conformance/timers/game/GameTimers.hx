import haxe.MainLoop;
import haxe.Timer;

/** A game's timers go by its steps. **/
class GameTimers {
	@:intrinsic("host.onFrame") static function onFrame(step:Float->Void):Void;

	static var frames = 0;

	static function main() {
		onFrame(frame);
		Timer.delay(() -> log("once"), 100);
		var timer = new Timer(60);
		timer.run = () -> {
			log("again");
			if (frames > 6) timer.stop();
		};
		new Timer(1).run = () -> if (frames == 2) log("at most once in a step");
		MainLoop.runInMainThread(() -> log("first step"));
		log("main");
	}

	static function frame(dt:Float) {
		frames++;
		if (frames == 4) Timer.delay(() -> log("late"), 50);
	}

	static function log(what:String) {
		Sys.println(frames + " " + what);
	}
}
