import haxe.MainLoop;
import haxe.Timer;

/** What runs after `main`: timers in the order of their times, events in every turn. **/
class Timers {
	static function main() {
		Timer.delay(() -> Sys.println("at 60"), 60);
		Timer.delay(() -> Sys.println("at 20"), 20);
		var stopped = Timer.delay(() -> Sys.println("never"), 10);
		stopped.stop();
		repeated();
		chained();
		subclass();
		MainLoop.runInMainThread(() -> Sys.println("first turn"));
		events();
		Sys.println(MainLoop.hasEvents());
		Sys.println(Timer.stamp() <= Timer.stamp());
		Sys.println("main is done");
	}

	static function repeated() {
		var count = 0;
		var timer = new Timer(80);
		timer.run = () -> {
			count++;
			Sys.println("tick " + count);
			if (count == 3) timer.stop();
		};
	}

	static function chained() {
		Timer.delay(() -> {
			Sys.println("at 110");
			Timer.delay(() -> Sys.println("at 190"), 80);
		}, 110);
	}

	static function subclass() {
		new Countdown();
	}

	static function events() {
		var turns = 0;
		var event:MainEvent = null;
		event = MainLoop.add(() -> {
			turns++;
			Sys.println("event " + turns);
			if (turns == 2) event.stop() else event.delay(0.3);
		});
	}
}

class Countdown extends Timer {
	var left = 2;

	public function new() {
		super(270);
	}

	override function run() {
		Sys.println("countdown " + left);
		if (--left == 0) stop();
	}
}
