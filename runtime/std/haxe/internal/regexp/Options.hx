package haxe.internal.regexp;

/** The options of a pattern, which `(?i)` and its like change inside of it. **/
@:structInit class Options {
	/** i **/
	public final ignoreCase:Bool;

	/** m: `^` and `$` match at lines. **/
	public final multiline:Bool;

	/** s: `.` matches line feeds too. **/
	public final dotAll:Bool;

	/** x: white space and `# comments` mean nothing. **/
	public final extended:Bool;

	/** The same with the option of a letter set or not, null where there is none such. **/
	public function with(letter:Int, value:Bool):Null<Options> {
		return switch (letter) {
			case "i".code: {ignoreCase: value, multiline: multiline, dotAll: dotAll, extended: extended};
			case "m".code: {ignoreCase: ignoreCase, multiline: value, dotAll: dotAll, extended: extended};
			case "s".code: {ignoreCase: ignoreCase, multiline: multiline, dotAll: value, extended: extended};
			case "x".code: {ignoreCase: ignoreCase, multiline: multiline, dotAll: dotAll, extended: value};
			default: null;
		}
	}
}
