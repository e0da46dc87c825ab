class Player {
	public function new() {}
}
