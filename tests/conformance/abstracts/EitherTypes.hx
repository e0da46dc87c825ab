import haxe.extern.EitherType;

/** One parameter that takes a text or a number. **/
class EitherTypes {
	static function show(value:EitherType<String, Int>):String {
		if ((value is String)) {
			var text:String = value;
			return "text " + text.toUpperCase();
		}
		var number:Int = value;
		return "number " + (number + 1);
	}

	static function all(values:Array<EitherType<Bool, Float>>) {
		for (value in values) Sys.println(value);
	}

	static function main() {
		Sys.println(show("a"));
		Sys.println(show(41));
		all([true, 1.5]);
		var nested:EitherType<String, EitherType<Int, Bool>> = true;
		Sys.println(nested);
		nested = "b";
		Sys.println(nested);
		nested = 3;
		var inner:EitherType<Int, Bool> = nested;
		Sys.println(inner);
	}
}
