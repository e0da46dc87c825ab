package core.audio;

/** One playing of a sound. **/
class Voice {
	/** Never given twice in a world. **/
	public final id:Int;

	/** The sound, "package.Name". Its handle is the host's business and no part of the state. **/
	public final sound:String;

	/** Whether it goes on until it is stopped. **/
	public final loops:Bool;

	/** 1 is as recorded, 0 is silence. **/
	public var volume:Float;

	/** Speed: 1 is as recorded, 2 an octave higher. **/
	public var pitch:Float;

	/** False once it has been stopped or has come to its end. **/
	public var isPlaying(default, null):Bool = true;

	/** Seconds of the sound that have been played. **/
	public var position(default, null):Float = 0.0;

	/** Seconds since it ended; players that missed a short sound get it for a while. **/
	var ended:Float = 0.0;

	/** Seconds that a sound stays known after its end: more than a slow picture takes. **/
	static inline final LINGER = 0.25;

	public function new(id:Int, sound:String, loops:Bool, volume:Float, pitch:Float) {
		this.id = id;
		this.sound = sound;
		this.loops = loops;
		this.volume = volume;
		this.pitch = pitch;
	}

	/** Ends it at once. **/
	public function stop():Void {
		isPlaying = false;
		ended = LINGER;
	}

	/** Goes on by `dt` seconds of the game, in a sound of `duration` seconds; false when nobody need know of it any more. **/
	public function advance(dt:Float, duration:Float):Bool {
		if (isPlaying) {
			position += dt * pitch;
			if (!loops && position >= duration) isPlaying = false;
		} else {
			ended += dt;
		}
		return isPlaying || ended < LINGER;
	}
}
