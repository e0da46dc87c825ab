class Settings {
	public static var volume(get, set):Int;
	static var level = 3;
	static function get_volume() return level * 10;
	static function set_volume(v:Int) {
		level = Std.int(v / 10);
		return v;
	}
	public static var frozen(default, never) = 4;
}
class StaticProperties {
	static function main() {
		Sys.println(Settings.volume);
		Settings.volume = 55;
		Sys.println(Settings.volume);
		Settings.volume += 10;
		Sys.println(Settings.volume);
		Sys.println(Settings.frozen);
	}
}
