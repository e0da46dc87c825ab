/** The process around the program. **/
class Sys {
	@:intrinsic("host.print") static function write(text:String):Void;

	/** Writes a value's text to standard output. **/
	public static function print(v:Dynamic):Void {
		write(Std.string(v));
	}

	public static function println(v:Dynamic):Void {
		write(Std.string(v) + "\n");
	}

	/** Ends the program with the status. **/
	@:intrinsic("host.exit") public static function exit(code:Int):Void;

	@:intrinsic("host.args") public static function args():Array<String>;

	/** Seconds since a fixed moment. **/
	@:intrinsic("host.time") public static function time():Float;
}
