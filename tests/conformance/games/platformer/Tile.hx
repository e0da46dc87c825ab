package platformer;

/** What a cell of a level holds, by the letter that stands for it. **/
enum abstract Tile(String) {
	var Air = ".";
	var Rock = "#";
	/** Stood on, but passed from below. **/
	var Plank = "=";
	var Spikes = "^";
	var Coin = "o";
	var Door = "D";

	@:from static function fromLetter(letter:String):Tile {
		return switch (letter) {
			case "#" | "=" | "^" | "o" | "D": cast letter;
			case _: Air;
		}
	}

	public var isSolid(get, never):Bool;

	inline function get_isSolid():Bool {
		return (cast this : Tile) == Rock;
	}
}
