package behavior;

enum Value {
	Number(value:Int);
	Text(text:String);
	Flag(isSet:Bool);
	Missing;
}

class ValueTools {
	public static function show(value:Value):String {
		return switch (value) {
			case Number(number): '$number';
			case Text(text): '"$text"';
			case Flag(isSet): isSet ? "yes" : "no";
			case Missing: "nothing";
		}
	}

	/** Does it count as true? **/
	public static function holds(value:Value):Bool {
		return switch (value) {
			case Flag(isSet): isSet;
			case Number(0) | Text("") | Missing: false;
			case Number(_) | Text(_): true;
		}
	}
}
