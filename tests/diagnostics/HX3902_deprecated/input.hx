class Sound {
	@:deprecated("Use `volume`") public static var loudness = 1;
	@:deprecated public static function mute() {}
	@:deprecated static function silence() mute();
}

@:deprecated("Use `Float`") typedef Volume = Float;
@:deprecated class Tune {}

class Main {
	static function main() {
		Sound.loudness = 2;
		Sound.mute();
		@:haxe.warning("-WDeprecated") Sound.mute();
		var volume:Volume = 1;
		trace(volume, (null : Dynamic) is Tune);
	}

	@:haxe.warning("-WDeprecated")
	static function old() Sound.mute();
}
