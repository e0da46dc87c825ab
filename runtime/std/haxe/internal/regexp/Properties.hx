package haxe.internal.regexp;

import haxe.internal.unicode.GeneralCategory;
import haxe.internal.unicode.Script;

/** Properties of code points that patterns name, by Unicode's rules as PCRE has them with its option UCP. **/
class Properties {
	/** `\w` **/
	public static function isWord(code:Int):Bool {
		if (code < 0x80) return isAsciiLetter(code) || isAsciiDigit(code) || code == "_".code;
		var category = GeneralCategory.of(code).charAt(0);
		return category == "L" || category == "N";
	}

	/** `\d` **/
	public static function isDigit(code:Int):Bool {
		return code < 0x80 ? isAsciiDigit(code) : GeneralCategory.of(code) == "Nd";
	}

	/** `\s` **/
	public static function isSpace(code:Int):Bool {
		return code >= 9 && code <= 13 || isHorizontalSpace(code) || isVerticalSpace(code);
	}

	/** `\h` **/
	public static function isHorizontalSpace(code:Int):Bool {
		if (code < 0x80) return code == 9 || code == 32;
		return code == 0xA0 || code == 0x1680 || code == 0x180E || code >= 0x2000 && code <= 0x200A || code == 0x202F || code == 0x205F
			|| code == 0x3000;
	}

	/** `\v` **/
	public static function isVerticalSpace(code:Int):Bool {
		return code >= 10 && code <= 13 || code == 0x85 || code == 0x2028 || code == 0x2029;
	}

	static function isAsciiLetter(code:Int):Bool {
		var lower = code | 32;
		return lower >= "a".code && lower <= "z".code;
	}

	static function isAsciiDigit(code:Int):Bool {
		return code >= "0".code && code <= "9".code;
	}

	/** The test that `[:name:]` stands for, null where there is none such. **/
	public static function posix(name:String):Null<Int->Bool> {
		return switch (name) {
			case "alpha": code -> GeneralCategory.isIn(code, "L");
			case "lower": code -> GeneralCategory.isIn(code, "Ll");
			case "upper": code -> GeneralCategory.isIn(code, "Lu");
			case "alnum": code -> GeneralCategory.isIn(code, "L") || GeneralCategory.isIn(code, "N");
			case "ascii": code -> code < 0x80;
			case "blank": isHorizontalSpace;
			case "cntrl": code -> code < 32 || code == 127;
			case "digit": isDigit;
			case "graph": code -> isPrinted(code) && !GeneralCategory.isIn(code, "Z");
			case "print": isPrinted;
			case "punct": code -> GeneralCategory.isIn(code, "P") || code < 0x80 && GeneralCategory.isIn(code, "S");
			case "space": isSpace;
			case "word": isWord;
			case "xdigit": code -> isAsciiDigit(code) || (code | 32) >= "a".code && (code | 32) <= "f".code;
			default: null;
		}
	}

	static function isPrinted(code:Int):Bool {
		var category = GeneralCategory.of(code);
		return category.charAt(0) != "C" && category != "Zl" && category != "Zp" || category == "Cf" || category == "Co";
	}

	/** The test that `\p{name}` stands for, null where there is none such. **/
	public static function named(name:String):Null<Int->Bool> {
		return switch (name) {
			case "Any": code -> true;
			case "L&": code -> GeneralCategory.of(code) == "Lu" || GeneralCategory.of(code) == "Ll" || GeneralCategory.of(code) == "Lt";
			case "Xan": code -> GeneralCategory.isIn(code, "L") || GeneralCategory.isIn(code, "N");
			case "Xwd": isWord;
			case "Xsp", "Xps": isSpace;
			default: isCategory(name) ? code -> GeneralCategory.isIn(code, name) : (Script.exists(name) ? code -> Script.contains(name, code) : null);
		}
	}

	static function isCategory(name:String):Bool {
		var names = haxe.internal.unicode.UnicodeTables.CATEGORIES;
		var at = names.indexOf(name);
		return name.length == 1 ? at >= 0 && at % 2 == 0 : name.length == 2 && at >= 0 && at % 2 == 0;
	}
}
