class Sound {
	@:deprecated("Use `volume`") public static var loudness = 1;
	@:deprecated public static function mute() {}
	@:deprecated static function silence() mute();
}

class Main {
	static function main() {
		Sound.loudness = 2;
		Sound.mute();
		@:haxe.warning("-WDeprecated") Sound.mute();
	}

	@:haxe.warning("-WDeprecated")
	static function old() Sound.mute();
}
