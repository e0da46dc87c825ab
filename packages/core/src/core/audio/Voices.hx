package core.audio;

import core.assets.Asset;
import core.assets.BlobFormat.AssetType;
import core.assets.BlobFormat.AudioHeader;
import core.render.Commands;

/** All that sounds in a world. **/
class Voices {
	final playing:Array<Voice> = [];
	var next:Int = 1;

	public function new() {}

	public function start(sound:String, loops:Bool, volume:Float, pitch:Float):Voice {
		var voice = new Voice(next++, sound, loops, volume, pitch);
		playing.push(voice);
		return voice;
	}

	/** One step of the simulation. **/
	public function update(dt:Float):Void {
		var kept = playing.filter(voice -> voice.advance(dt, duration(voice.sound)));
		if (kept.length == playing.length) return;
		playing.resize(0);
		for (voice in kept) playing.push(voice);
	}

	/** Tells the page or window what to be heard with this picture. **/
	public function draw():Void {
		Commands.sounds(playing);
	}

	static function duration(sound:String):Float {
		var handle = Asset.require(AssetType.AUDIO, sound);
		return Asset.readInt(handle, AudioHeader.FRAMES) / Asset.readInt(handle, AudioHeader.SAMPLE_RATE);
	}
}
