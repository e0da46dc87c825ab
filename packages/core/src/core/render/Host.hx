package core.render;

/** What the program asks of the window, page or test that runs it. **/
class Host {
	/** `step(dt)` is called for each step of the simulation, dt in seconds. **/
	@:intrinsic("host.onFrame") public static function onFrame(step:Float->Void):Void;

	/** `draw(alpha)` writes one picture's commands; `alpha` is how far the time is between two steps. **/
	@:intrinsic("host.onDraw") public static function onDraw(draw:Float->Void):Void;

	/** `digest()` sums up the whole state of the game as text. **/
	@:intrinsic("host.onDigest") public static function onDigest(digest:Void->String):Void;

	/** Pixels of the picture. **/
	@:intrinsic("host.width") public static function width():Int;

	@:intrinsic("host.height") public static function height():Int;
}
