import haxe.Exception;
import haxe.internal.regexp.Matcher;
import haxe.internal.regexp.Program;

/**
	A regular expression: `~/pattern/flags` or `new EReg("pattern", "flags")`. The flags are `i` (case does not count), `m`
	(`^` and `$` match at lines), `s` (`.` matches line feeds), `g` (`replace`, `split` and `map` go on behind the first
	match) and `u`. Patterns match code points by Unicode's rules with and without `u`; positions count UTF-16 units.
	The syntax is that of PCRE, see `haxe.internal.regexp.Parser`.
**/
class EReg {
	final pattern:String;
	final flags:String;
	final isGlobal:Bool;
	final matcher:Matcher;

	/** The text of the last match; null where there is none. **/
	var text:Null<String> = null;

	/** Throws an `Exception` where the pattern is invalid or a flag is unknown. **/
	public function new(r:String, opt:String) {
		pattern = r;
		flags = opt;
		for (flag in opt.split("")) {
			if ("gimsu".indexOf(flag) < 0) throw new Exception("Unsupported regexp option '" + flag + "'");
		}
		isGlobal = opt.indexOf("g") >= 0;
		matcher = new Matcher(Program.of(r, opt.split("g").join("").split("u").join("")));
	}

	/** Does a part of `s` match? **/
	public function match(s:String):Bool {
		return search(s, 0, s.length);
	}

	/** Does a part of `s` match that starts at `pos` or behind it, in `len` units or up to the end? What is before `pos` is seen by look-behind only. **/
	public function matchSub(s:String, pos:Int, len:Int = -1):Bool {
		if (pos < 0 || pos > s.length) {
			text = null;
			return false;
		}
		return search(s, pos, len < 0 || len > s.length - pos ? s.length : pos + len);
	}

	function search(s:String, from:Int, end:Int):Bool {
		text = null;
		if (!matcher.search(s, from, end)) return false;
		text = s;
		return true;
	}

	/** What group `n` matched, null where it did not; 0 is the whole match. **/
	public function matched(n:Int):Null<String> {
		var matchedText = lastText();
		if (n < 0 || n > groups()) throw new Exception("Invalid group");
		return groupOf(matchedText, n);
	}

	/** What is left of the match. **/
	public function matchedLeft():String {
		return lastText().substring(0, matcher.registers[0]);
	}

	/** What is right of the match. **/
	public function matchedRight():String {
		return lastText().substr(matcher.registers[1]);
	}

	/** Where the match is. **/
	public function matchedPos():{pos:Int, len:Int} {
		lastText();
		var pos = matcher.registers[0];
		return {pos: pos, len: matcher.registers[1] - pos};
	}

	function lastText():String {
		if (text == null) throw new Exception("Invalid regex operation because no match was made");
		return text;
	}

	function groups():Int {
		return matcher.groups();
	}

	function groupOf(matchedText:String, n:Int):Null<String> {
		var end = matcher.registers[2 * n + 1];
		return end < 0 ? null : matchedText.substring(matcher.registers[2 * n], end);
	}

	/** The parts of `s` between matches; without the flag `g` it is cut at the first only. **/
	public function split(s:String):Array<String> {
		var parts = [];
		var cut = eachMatch(s, from -> parts.push(s.substring(from, matcher.registers[0])));
		parts.push(s.substr(cut));
		return parts;
	}

	/**
		`s` with the first match, or each one with the flag `g`, replaced by `by`, in which `$1` to `$9` stand for what
		the groups matched and `$$` for `$`.
	**/
	public function replace(s:String, by:String):String {
		var result = new StringBuf();
		var cut = eachMatch(s, from -> {
			result.addSub(s, from, matcher.registers[0] - from);
			addReplacement(result, s, by);
		});
		result.addSub(s, cut);
		return result.toString();
	}

	/** Calls `f` at each match, or at the first without `g`, with the position where the one before ended; gives where the last ended. **/
	function eachMatch(s:String, f:Int->Void):Int {
		var cut = 0;
		var from = 0;
		while (from <= s.length && search(s, from, s.length)) {
			var start = matcher.registers[0];
			var end = matcher.registers[1];
			f(cut);
			cut = end;
			from = end > start ? end : matcher.after(end);
			if (!isGlobal) break;
		}
		return cut;
	}

	function addReplacement(result:StringBuf, s:String, by:String):Void {
		var at = 0;
		while (at < by.length) {
			var dollar = by.indexOf("$", at);
			if (dollar < 0) dollar = by.length;
			result.addSub(by, at, dollar - at);
			var letter = StringTools.fastCodeAt(by, dollar + 1);
			var group = letter - "0".code;
			at = dollar + 2;
			if (letter == "$".code) {
				result.add("$");
			} else if (group >= 1 && group <= 9 && group <= groups()) {
				result.add(groupOf(s, group) ?? "");
			} else if (dollar < by.length) {
				result.add("$");
				at = dollar + 1;
			}
		}
	}

	/** `s` with the first match, or each one with the flag `g`, replaced by what `f` gives for it. `f` may use this object for other matches. **/
	public function map(s:String, f:EReg->String):String {
		var result = new StringBuf();
		var cut = 0;
		var from = 0;
		while (from < s.length && search(s, from, s.length)) {
			var start = matcher.registers[0];
			var end = matcher.registers[1];
			result.addSub(s, cut, start - cut);
			from = end > start ? end : matcher.after(end);
			result.add(f(this));
			cut = end;
			if (!isGlobal) break;
		}
		result.addSub(s, cut);
		return result.toString();
	}

	/** `s` as a pattern that matches just it. **/
	public static function escape(s:String):String {
		return escaping.map(s, found -> "\\" + found.matched(0));
	}

	static final escaping = new EReg("[\\[\\](){}?*+^$\\\\.|]", "g");

	function toString():String {
		return '~/$pattern/$flags';
	}
}
