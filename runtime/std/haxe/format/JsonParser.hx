package haxe.format;

/** Reads JSON. **/
class JsonParser {
	final text:String;
	var at:Int = 0;

	@:intrinsic("string.charCodeAt") static function unitAt(text:String, index:Int):Int;

	function new(text:String) {
		this.text = text;
	}

	/** The value of a JSON text. Throws a text that says what is wrong and where. **/
	public static function parse(str:String):Dynamic {
		var parser = new JsonParser(str);
		var result = parser.value();
		if (parser.next() != -1) parser.invalid();
		return result;
	}

	/** The unit that comes next behind white space; -1 at the end. **/
	function next():Int {
		while (true) {
			var unit = unitAt(text, at);
			if (unit != " ".code && unit != "\n".code && unit != "\r".code && unit != "\t".code) return unit;
			at++;
		}
	}

	/** Takes the unit where it comes next. **/
	function accept(unit:Int):Bool {
		if (next() != unit) return false;
		at++;
		return true;
	}

	function invalid():Dynamic {
		var char = at < text.length ? '${unitAt(text, at)}' : "null";
		throw 'Invalid char $char at position $at';
	}

	function value():Dynamic {
		return switch (next()) {
			case "{".code: object();
			case "[".code: array();
			case "\"".code: string();
			case "t".code: word("true", true);
			case "f".code: word("false", false);
			case "n".code: word("null", null);
			case unit if (unit == "-".code || isDigit(unit)): number();
			default: invalid();
		}
	}

	function word(name:String, meaning:Dynamic):Dynamic {
		if (text.substr(at, name.length) != name) invalid();
		at += name.length;
		return meaning;
	}

	function object():Dynamic {
		at++;
		var result:Dynamic = {};
		if (accept("}".code)) return result;
		do {
			if (next() != "\"".code) invalid();
			var name = string();
			if (!accept(":".code)) invalid();
			Reflect.setField(result, name, value());
		} while (accept(",".code));
		if (!accept("}".code)) invalid();
		return result;
	}

	function array():Dynamic {
		at++;
		var result:Array<Dynamic> = [];
		if (accept("]".code)) return result;
		do {
			result.push(value());
		} while (accept(",".code));
		if (!accept("]".code)) invalid();
		return result;
	}

	function string():String {
		at++;
		var start = at;
		var result = "";
		while (true) {
			var unit = unitAt(text, at++);
			if (unit == "\"".code) {
				return result + text.substring(start, at - 1);
			} else if (unit == "\\".code) {
				result += text.substring(start, at - 1) + escape();
				start = at;
			} else if (unit == -1) {
				throw "Unclosed string";
			}
		}
	}

	/** What the letters behind a backslash stand for. **/
	function escape():String {
		var start = at - 1;
		return switch (unitAt(text, at++)) {
			case "\"".code: "\"";
			case "\\".code: "\\";
			case "/".code: "/";
			case "b".code: "\x08";
			case "f".code: "\x0C";
			case "n".code: "\n";
			case "r".code: "\r";
			case "t".code: "\t";
			case "u".code: unicode(start);
			case -1: throw "Unclosed string";
			case unit: throw "Invalid escape sequence \\" + String.fromCharCode(unit) + " at position " + (start + 1);
		}
	}

	function unicode(start:Int):String {
		var unit = 0;
		for (i in 0...4) {
			if (at >= text.length) throw "Unclosed string";
			var digit = digitOf(unitAt(text, at));
			if (digit < 0) throw "Invalid escape sequence " + text.substring(start, at + 1) + " at position " + start;
			unit = unit * 16 + digit;
			at++;
		}
		return String.fromCharCode(unit);
	}

	static function digitOf(unit:Int):Int {
		if (isDigit(unit)) return unit - "0".code;
		var lower = unit | 32;
		return lower >= "a".code && lower <= "f".code ? lower - "a".code + 10 : -1;
	}

	static function isDigit(unit:Int):Bool {
		return unit >= "0".code && unit <= "9".code;
	}

	function number():Dynamic {
		var start = at;
		if (unitAt(text, at) == "-".code) at++;
		if (unitAt(text, at) == "0".code) at++ else digits(start);
		var isWhole = true;
		if (unitAt(text, at) == ".".code) {
			isWhole = false;
			at++;
			digits(start);
		}
		if (unitAt(text, at) | 32 == "e".code) {
			at++;
			if (unitAt(text, at) == "+".code || unitAt(text, at) == "-".code) at++;
			digits(start);
		}
		if (goesOn(unitAt(text, at))) invalidNumber(start);
		var found = Std.parseFloat(text.substring(start, at));
		var whole = Std.int(found);
		return isWhole && whole == found ? (whole : Dynamic) : (found : Dynamic);
	}

	/** Can the unit only be part of a number? **/
	static function goesOn(unit:Int):Bool {
		return isDigit(unit) || unit == "-".code || unit == "+".code || unit == ".".code || unit | 32 == "e".code;
	}

	/** One digit or more. **/
	function digits(start:Int):Void {
		if (!isDigit(unitAt(text, at))) invalidNumber(start);
		while (isDigit(unitAt(text, at))) at++;
	}

	function invalidNumber(start:Int):Void {
		throw "Invalid number at position " + start + ": " + text.substring(start, at + 1);
	}
}
