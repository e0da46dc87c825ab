abstract class Behaviour {
	public function new() {}
	abstract public function update(dt:Float):Void;
	public function run() {
		update(0.5);
		update(0.25);
	}
}
class Sum extends Behaviour {
	public var total = 0.0;
	public function update(dt:Float):Void total += dt;
}
class AbstractClass {
	static function main() {
		var s = new Sum();
		var b:Behaviour = s;
		b.run();
		Sys.println(s.total);
	}
}
