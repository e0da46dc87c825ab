package behaviors;

import core.Behavior;
import core.audio.Sound;

/** Plays a piece of music, and when it has come to its end goes on where its loop starts. **/
@:behavior class Music extends Behavior {
	/** "package.Name" of a sound. **/
	@:param public var piece:String = "";

	/** 1 is as recorded. **/
	@:param(min = 0, max = 1) public var volume:Float = 0.5;

	override public function start():Void {
		if (piece != "") Sound.play(piece, true, volume);
	}
}
