/** Text put together piece by piece. **/
class StringBuf {
	var pieces:Array<String> = [];

	/** The length of the text so far. **/
	public var length(default, null):Int = 0;

	@:intrinsic("string.join") static function joinStrings(parts:Array<String>, separator:String):String;

	public function new() {}

	/** Appends the text of any value. **/
	public function add<T>(x:T):Void {
		append(Std.string(x));
	}

	/** Appends one UTF-16 unit. **/
	public function addChar(c:Int):Void {
		append(String.fromCharCode(c));
	}

	/** Appends `len` units of `s` from `pos` on. **/
	public function addSub(s:String, pos:Int, ?len:Int):Void {
		append(s.substr(pos, len));
	}

	function append(text:String):Void {
		pieces.push(text);
		length += text.length;
	}

	public function toString():String {
		var text = joinStrings(pieces, "");
		pieces = [text];
		return text;
	}
}
