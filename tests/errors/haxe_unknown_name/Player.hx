class Player {
	var health:Int = 100;

	public function new() {}

	public function hit(damage:Int):Void {
		helth -= damage;
	}
}
