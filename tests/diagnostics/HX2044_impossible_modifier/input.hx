interface Shape {
	inline function area():Float;
}

abstract class Base {
	abstract static function make():Base;

	abstract final function run():Void;
}

class Main {
	override static function main() {}

	final size(get, never):Int;

	function get_size() return 1;
}
