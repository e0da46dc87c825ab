class Enemy {
	public function new() {}

	public function hit():Void {}
}

class Boss extends Enemy {
	override public function hit():Void {
		var original = super.hit;
		original();
	}
}
