import library.Shapes;

/** Types of this module and of imported ones hide modules of their names, those of the standard library too. */
class HiddenModules {
	static function main() {
		Sys.println(Lambda.answer);
		Sys.println(Std.string(Kind.Local));
		Sys.println(new Xml("text").text);
		Sys.println(Std.string(Shapes.round()));
		Sys.println(Shapes.isRound(Shape.Round));
	}
}

enum Kind {
	Local;
}

class Lambda {
	public static var answer = 42;
}

class Xml {
	public final text:String;

	public function new(text:String) {
		this.text = text;
	}
}
