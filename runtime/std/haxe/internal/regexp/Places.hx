package haxe.internal.regexp;

import haxe.internal.regexp.Node.AssertionKind;

/** Tells whether a place in a text is as an assertion says. **/
class Places {
	@:intrinsic("string.charCodeAt") static function unitAt(text:String, index:Int):Int;

	/** The text ends at `end`; the search began at `searchStart`. **/
	public static function holds(kind:AssertionKind, text:String, at:Int, end:Int, searchStart:Int):Bool {
		return switch (kind) {
			case TextStart: at == 0;
			case TextEnd: at == end;
			case LastLineEnd: at == end || at == end - 1 && unitAt(text, at) == 10;
			case LineStart: at == 0 || unitAt(text, at - 1) == 10 && at < end;
			case LineEnd: at == end || unitAt(text, at) == 10;
			case WordBorder: isWordBorder(text, at, end);
			case NoWordBorder: !isWordBorder(text, at, end);
			case SearchStart: at == searchStart;
		}
	}

	static function isWordBorder(text:String, at:Int, end:Int):Bool {
		var isWordBefore = at > 0 && Properties.isWord(CodePoints.at(text, CodePoints.before(text, at), end));
		var isWordAfter = at < end && Properties.isWord(CodePoints.at(text, at, end));
		return isWordBefore != isWordAfter;
	}
}
