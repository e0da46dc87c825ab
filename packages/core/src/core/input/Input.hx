package core.input;

/** The player's keyboard, as it is during this step. **/
class Input {
	/** Is the key (see `Keys`) held? **/
	@:intrinsic("host.keyDown") public static function isDown(key:Int):Bool;

	/** 1 while `positive` is held, -1 while `negative` is, 0 with both or neither. **/
	public static function axis(negative:Int, positive:Int):Float {
		return (isDown(positive) ? 1.0 : 0.0) - (isDown(negative) ? 1.0 : 0.0);
	}
}
