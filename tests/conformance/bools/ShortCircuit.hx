class ShortCircuit {
	static function say(text:String, value:Bool):Bool {
		Sys.println(text);
		return value;
	}
	static function main() {
		Sys.println(say("a", false) && say("b", true));
		Sys.println(say("c", true) || say("d", false));
		Sys.println(say("e", true) && say("f", false) || say("g", true));
		Sys.println(!say("h", true));
		var x = true;
		x = x && say("i", false);
		Sys.println(x);
		Sys.println(x == false);
		Sys.println(x != say("j", true));
	}
}
