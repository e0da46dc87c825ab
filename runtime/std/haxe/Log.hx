package haxe;

/** Where `trace` goes. **/
class Log {
	@:intrinsic("host.print") static function write(text:String):Void;

	/** The line that `trace` prints: the place, then the values. **/
	public static function formatOutput(v:Dynamic, infos:PosInfos):String {
		var text = Std.string(v);
		if (infos == null) return text;
		if (infos.customParams != null) for (param in infos.customParams) text += ", " + Std.string(param);
		return infos.fileName + ":" + infos.lineNumber + ": " + text;
	}

	/** What `trace` calls; may be replaced. **/
	public static dynamic function trace(v:Dynamic, ?infos:PosInfos):Void {
		write(formatOutput(v, infos) + "\n");
	}
}
