interface Speaker {
	function speak(text:String, loud:Bool):String;
}

class Dog implements Speaker {
	public function new() {}

	public function speak(text:String, loud:Bool):String {
		return loud ? text.toUpperCase() : text;
	}
}

class Cat implements Speaker {
	public function new() {}

	public function speak(text:String, loud:Bool):String {
		return 'miaow $text';
	}
}

class Mouse implements Speaker {
	public function new() {}

	public function speak(text:String, loud:Bool):String {
		return "";
	}
}

enum Mood {
	Calm;
	Wild(degree:Int);
}

class CallsOnLiteralNull {
	static function attempt(name:String, run:Void->String) {
		Sys.println('$name ' + (try run() catch (error:Dynamic) "null access"));
	}

	static function main() {
		for (one in ([new Dog(), new Cat(), new Mouse()] : Array<Speaker>)) Sys.println(one.speak("a", true));
		attempt("interface", () -> (null : Speaker).speak("b", true));
		attempt("branches", () -> ((if (false) null else null) : Speaker).speak("c", false));
		attempt("field", () -> 'length ${(null : Array<Int>).length}');
	}
}
