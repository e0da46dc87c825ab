package platformer;

/** An enemy that walks to and fro and turns at walls and edges. **/
class Walker extends Body {
	public var isGone = false;

	var direction = -1;

	public function new(level:Level, cell:Level.Cell) {
		super(level, {x: cell.column, y: cell.row, width: 1.0, height: 1.0});
	}

	public function walk(seconds:Float):Void {
		if (wall != 0 || (isOnGround && isAtEdge())) direction = -direction;
		speedX = direction * 2.0;
		step(seconds);
	}

	function isAtEdge():Bool {
		var front = direction < 0 ? box.x - 0.125 : box.right + 0.125;
		return level.at(Math.floor(front), Math.floor(box.bottom)) == Air;
	}
}
