package platformer;

/** Something that moves and is stopped by tiles. **/
class Body {
	public static inline var GRAVITY = 24.0;
	public static inline var FASTEST_FALL = 12.0;

	public final box:Box;
	public var speedX = 0.0;
	public var speedY = 0.0;
	public var isOnGround(default, null) = false;
	/** The side on which it was stopped in the last step: -1 left, 1 right, 0 none. **/
	public var wall(default, null) = 0;

	final level:Level;

	public function new(level:Level, box:Box) {
		this.level = level;
		this.box = box;
	}

	/** First across, then up or down, so that corners do not catch. **/
	public function step(seconds:Float):Void {
		speedY = Math.min(speedY + GRAVITY * seconds, FASTEST_FALL);
		wall = 0;
		isOnGround = false;
		moveAcross(speedX * seconds);
		moveDown(speedY * seconds);
	}

	function moveAcross(distance:Float):Void {
		box.x += distance;
		for (cell in level.covered(box)) {
			if (!level.at(cell.column, cell.row).isSolid) continue;
			if (distance > 0.0) box.right = cell.column;
			else box.x = cell.column + 1;
			wall = distance > 0.0 ? 1 : -1;
			speedX = 0.0;
			return;
		}
	}

	function moveDown(distance:Float):Void {
		var before = box.bottom;
		box.y += distance;
		for (cell in level.covered(box)) {
			switch (level.at(cell.column, cell.row)) {
				case Rock if (distance < 0.0):
					box.y = cell.row + 1;
					speedY = 0.0;
					return;
				case Rock | Plank if (distance > 0.0 && before <= cell.row):
					box.bottom = cell.row;
					speedY = 0.0;
					isOnGround = true;
					return;
				case _:
			}
		}
	}
}
