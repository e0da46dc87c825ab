enum Event {
	Key(code:Int);
	Click(x:Int, code:Int);
	Quit;
}
class Main {
	static function code(e:Event):Int
		return switch (e) {
			case Key(c) | Click(_, c): c;
			case Quit: -1;
		}
	static function main() {}
}
