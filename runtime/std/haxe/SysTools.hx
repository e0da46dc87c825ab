package haxe;

/** Writes arguments so that a command line gives them back unchanged. **/
class SysTools {
	/** Characters that mean something to cmd.exe. **/
	public static final winMetaCharacters:Array<Int> = [
		" ".code, "(".code, ")".code, "%".code, "!".code, "^".code, "\"".code, "<".code, ">".code, "&".code, "|".code, "\n".code, "\r".code, ",".code,
		";".code
	];

	/** The argument as one word of a Unix shell, in single quotes where it has characters that the shell may read. **/
	public static function quoteUnixArg(argument:String):String {
		if (argument == "") return "''";
		for (i in 0...argument.length) {
			if (!isPlain(StringTools.fastCodeAt(argument, i))) return "'" + argument.split("'").join("'\"'\"'") + "'";
		}
		return argument;
	}

	static function isPlain(code:Int):Bool {
		var isLetter = code | 32 >= "a".code && code | 32 <= "z".code;
		return isLetter || code >= "0".code && code <= "9".code || code < 0x80 && "_@%+=:,./-".indexOf(String.fromCharCode(code)) >= 0;
	}

	/**
		The argument as one word by the rules of the C runtime of Windows: in double quotes where it is empty or has white
		space; a quote is written with a backslash, and backslashes before a quote are doubled.
		`escapeMetaCharacters` puts `^` before what cmd.exe reads itself.
	**/
	public static function quoteWinArg(argument:String, escapeMetaCharacters:Bool):String {
		var isQuoted = argument == "" || argument.indexOf(" ") >= 0 || argument.indexOf("\t") >= 0;
		var word = isQuoted ? '"' + winEscaped(argument, true) + '"' : winEscaped(argument, false);
		return escapeMetaCharacters ? withCarets(word) : word;
	}

	/** `isQuoted`: a quote follows the last character. **/
	static function winEscaped(argument:String, isQuoted:Bool):String {
		var result = new StringBuf();
		var backslashes = "";
		for (character in argument.split("")) {
			if (character == "\\") {
				backslashes += "\\";
			} else {
				result.add(character == '"' ? backslashes + backslashes + '\\"' : backslashes + character);
				backslashes = "";
			}
		}
		result.add(isQuoted ? backslashes + backslashes : backslashes);
		return result.toString();
	}

	static function withCarets(text:String):String {
		var result = new StringBuf();
		for (character in text.split("")) {
			if (winMetaCharacters.indexOf(StringTools.fastCodeAt(character, 0)) >= 0) result.add("^");
			result.add(character);
		}
		return result.toString();
	}
}
