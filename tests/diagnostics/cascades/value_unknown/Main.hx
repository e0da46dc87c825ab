class Main {
	static function main() {
		var player = findPlayer();
		player.health -= 10;
		var next = player.health + 1;
		for (item in player.items) trace(item.name);
		if (player.isAlive) trace(next);
		var names = [for (item in player.items) item.name => item];
		switch (player.state) {
			case Idle(time): trace(time);
			case _:
		}
		run(player, next);
		var count:Int = "one";
	}

	static function run(a:Int, b:String) {}
}
