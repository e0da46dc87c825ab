class Player {
	var health:Int = 100;

	public function new() {}

	public function rename(name:String):Void {
		health = name;
	}
}
