import haxe.Log;
import haxe.PosInfos;

/** `trace` can be replaced, and its line be made by hand. **/
class Logs {
	static function main() {
		var before = Log.trace;
		var lines:Array<String> = [];
		Log.trace = (value, ?infos) -> lines.push(infos.methodName + ":" + infos.lineNumber + " " + value);
		trace("one");
		inner();
		trace("params", 1, "x");
		Log.trace = before;
		for (line in lines) Sys.println(line);
		trace("restored");
		Sys.println(Log.formatOutput("value", null));
		Sys.println(Log.formatOutput([1], place()));
		var infos = place();
		infos.customParams = ["p", 2];
		Sys.println(Log.formatOutput("with", infos));
		Sys.println(infos.className + " " + infos.methodName);
		Sys.println(where());
		Sys.println(where(infos));
	}

	static function inner() {
		trace("two");
	}

	static function place(?infos:PosInfos):PosInfos {
		return infos;
	}

	static function where(?infos:PosInfos):String {
		return infos.fileName + " " + infos.lineNumber;
	}
}
