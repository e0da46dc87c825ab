package platformer;

typedef Cell = {
	final column:Int;
	final row:Int;
}

/** Tiles by cell; a cell is one unit wide and high. What lies outside is rock at the sides and air above and below. **/
class Level {
	public final width:Int;
	public final height:Int;
	public final start:Cell;
	/** Where enemies begin, in reading order. **/
	public final enemies:Array<Cell>;

	final tiles:Map<Int, Tile>;

	public function new(text:String) {
		var rows = [for (line in text.split("\n")) StringTools.trim(line)].filter(line -> line != "");
		height = rows.length;
		width = Lambda.fold(rows, (row, most) -> row.length > most ? row.length : most, 0);
		tiles = new Map();
		enemies = [];
		var found:Null<Cell> = null;
		for (row => line in rows) {
			for (column in 0...line.length) {
				switch (line.charAt(column)) {
					case "@":
						found = {column: column, row: row};
					case "e":
						enemies.push({column: column, row: row});
					case letter:
						set(column, row, letter);
				}
			}
		}
		if (found == null) throw "a level needs a start";
		start = found;
	}

	public function at(column:Int, row:Int):Tile {
		if (column < 0 || column >= width) return Rock;
		var tile = tiles[row * width + column];
		return tile == null ? Air : tile;
	}

	public function set(column:Int, row:Int, tile:Tile):Void {
		if (tile == Air) tiles.remove(row * width + column);
		else tiles[row * width + column] = tile;
	}

	/** The cells that a box covers, row by row. **/
	public function covered(box:Box):Array<Cell> {
		return [
			for (row in Math.floor(box.y)...Math.ceil(box.bottom))
				for (column in Math.floor(box.x)...Math.ceil(box.right)) {column: column, row: row}
		];
	}

	public function count(tile:Tile):Int {
		return Lambda.count(tiles, other -> other == tile);
	}
}
