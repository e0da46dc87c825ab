interface Shape {
	var sides:Int = 4;
}

extern class Sound {
	var volume:Float = 1;
}

class Main {
	var size(get, never):Int = 1;

	function get_size() return 2;
}
