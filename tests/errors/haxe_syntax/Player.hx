package;

class Player {
	var health:Int = 100;

	public function new() {}

	public function hit(damage:Int):Void {
		health = health - damage;
		if (health < 0 {
			health = 0;
		}
	}
}
