package core.audio;

import core.assets.Asset;
import core.assets.BlobFormat.AssetType;

/**
	Plays compiled sounds. What sounds is part of the game's state, counted in its own time, and is the same where nothing
	can be heard: headless, or on a machine without an audio device.
**/
class Sound {
	/**
		Starts sound "package.Name" and gives its voice. `volume` 1 is as recorded; `pitch` 2 is twice as fast and an octave
		higher; one that `loops` goes on, by the loop of its asset where it has one, until it is stopped.
		Throws a text where no loaded package has the sound.
	**/
	public static function play(id:String, loops:Bool = false, volume:Float = 1.0, pitch:Float = 1.0):Voice {
		Asset.require(AssetType.AUDIO, id);
		return App.world.sounds.start(id, loops, volume, pitch);
	}
}
