class State {
	public function new() {}
	public function enter(m:Machine):Void {}
	public function update(m:Machine):State return this;
}
class Idle extends State {
	override public function update(m:Machine):State return m.ticks > 2 ? new Run(2) : this;
}
class Run extends State {
	var left:Int;
	public function new(left) {
		super();
		this.left = left;
	}
	override public function enter(m:Machine) m.log.push("run at " + m.ticks);
	override public function update(m:Machine):State {
		left--;
		return left == 0 ? new Idle() : this;
	}
}
class Machine {
	public var ticks = 0;
	public final log:Array<String> = [];
	var state:State = new Idle();
	public function new() {}
	public function tick() {
		ticks++;
		var next = state.update(this);
		if (next != state) {
			state = next;
			next.enter(this);
		}
	}
}
class StateMachine {
	static function main() {
		var m = new Machine();
		for (_ in 0...8) m.tick();
		Sys.println(m.log.join("; "));
		Sys.println(m.ticks);
	}
}
