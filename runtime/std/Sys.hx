import haxe.internal.StandardStreams;
import haxe.internal.SystemCall;
import haxe.io.Input;
import haxe.io.Output;

/**
	The process around the program. In a mode without one, such as a page, whatever needs it throws a `haxe.Exception`
	that names the function.
**/
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

	/** The program's arguments, without its own name. **/
	@:intrinsic("host.args") public static function args():Array<String>;

	/** Seconds since 1970 (UTC). **/
	public static function time():Float {
		return haxe.internal.Clock.time();
	}

	/** An environment variable; null where there is none of that name. **/
	public static function getEnv(s:String):String {
		return SystemCall.environment("Sys.getEnv", "getEnv").text(s).perform().text();
	}

	/** Sets an environment variable, or takes it away where the value is null. **/
	public static function putEnv(s:String, v:Null<String>):Void {
		SystemCall.environment("Sys.putEnv", "putEnv").path(s).text(v).perform();
	}

	/** All environment variables. **/
	public static function environment():Map<String, String> {
		var pairs = SystemCall.environment("Sys.environment", "environment").perform().texts();
		return [for (i in 0...pairs.length >> 1) pairs[i * 2] => pairs[i * 2 + 1]];
	}

	/** Waits. **/
	public static function sleep(seconds:Float):Void {
		SystemCall.processes("Sys.sleep", "sleep").float(seconds).perform();
	}

	/** False: numbers and dates are written the same everywhere. **/
	public static function setTimeLocale(loc:String):Bool {
		return false;
	}

	/** The working directory, with a separator at its end. **/
	public static function getCwd():String {
		return haxe.io.Path.addTrailingSlash(SystemCall.files("Sys.getCwd", "getCwd").perform().text());
	}

	public static function setCwd(s:String):Void {
		SystemCall.files("Sys.setCwd", "setCwd").path(s).perform();
	}

	/** "Linux", "Mac", "Windows" or "BSD". **/
	public static function systemName():String {
		return SystemCall.environment("Sys.systemName", "systemName").perform().text();
	}

	/**
		Runs a program, whose streams are those of this one, and gives its exit status. Without arguments `cmd` is a line
		for the system's shell.
	**/
	public static function command(cmd:String, ?args:Array<String>):Int {
		var call = SystemCall.processes("Sys.command", "command").text(cmd).int(args == null ? -1 : args.length);
		if (args != null) for (arg in args) call.text(arg);
		return call.perform().int();
	}

	/** Seconds of the processor that the process has used. **/
	public static function cpuTime():Float {
		return SystemCall.processes("Sys.cpuTime", "cpuTime").perform().float();
	}

	@:deprecated("Use programPath instead")
	public static function executablePath():String {
		return programPath();
	}

	/** The file that runs: the program natively, else what runs it. **/
	public static function programPath():String {
		return SystemCall.processes("Sys.programPath", "programPath").perform().text();
	}

	/** The next byte of standard input, of a terminal as soon as the key is pressed; -1 at the end. **/
	public static function getChar(echo:Bool):Int {
		return StandardStreams.getChar(echo);
	}

	public static function stdin():Input {
		return StandardStreams.input;
	}

	public static function stdout():Output {
		return StandardStreams.output;
	}

	public static function stderr():Output {
		return StandardStreams.errors;
	}
}
