class Timer {
	var ticks = 0;
	var handlers:Array<Void->Void> = [];
	public function new() {
		handlers.push(() -> ticks++);
		handlers.push(function() {
			var inner = () -> ticks += 10;
			inner();
		});
	}
	public function run() {
		for (h in handlers) h();
		return ticks;
	}
}
class CapturesThis {
	static function main() {
		var t = new Timer();
		t.run();
		Sys.println(t.run());
	}
}
