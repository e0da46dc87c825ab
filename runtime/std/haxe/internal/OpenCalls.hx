package haxe.internal;

import haxe.CallStack.StackItem;

/** Calls that were open at some moment. They are put into words only when someone asks. **/
class OpenCalls {
	@:intrinsic("stack.here") static function callsHere():Dynamic;

	@:intrinsic("stack.thrown") static function callsOfThrown():Dynamic;

	@:intrinsic("stack.calls") static function describe(calls:Dynamic):Array<Dynamic>;

	/** Null where the mode does not know. **/
	final calls:Dynamic;

	function new(calls:Dynamic) {
		this.calls = calls;
	}

	/** Those that are open now. **/
	public static function here():OpenCalls {
		return new OpenCalls(callsHere());
	}

	/** Those that were open where the exception that was caught last was thrown. **/
	public static function thrown():OpenCalls {
		return new OpenCalls(callsOfThrown());
	}

	/** Innermost first, from the first one outside of the library's own functions about calls and exceptions. **/
	public function items():Array<StackItem> {
		if (calls == null) return [];
		var parts = describe(calls);
		var result:Array<StackItem> = [];
		for (i in 0...Std.int(parts.length / 3)) {
			var id:String = parts[i * 3];
			if (result.length > 0 || !isAboutCalls(id)) result.push(FilePos(functionItem(id), parts[i * 3 + 1], parts[i * 3 + 2]));
		}
		return result;
	}

	/** Also constructors: an exception's begin where it is made. **/
	static function isAboutCalls(id:String):Bool {
		if (StringTools.endsWith(id, ".new")) return true;
		for (owner in ["haxe.CallStack", "haxe.internal.OpenCalls", "haxe.Exception", "haxe.ValueException"]) {
			if (StringTools.startsWith(id, owner + ".")) return true;
		}
		return false;
	}

	/** `pack.Class.method`, or with `$` and a number behind a function inside of it. **/
	static function functionItem(id:String):StackItem {
		var inner = id.lastIndexOf("$");
		var number = inner < 0 ? null : Std.parseInt(id.substr(inner + 1));
		if (number != null) return LocalFunction(number);
		var dot = id.lastIndexOf(".");
		return Method(id.substr(0, dot), id.substr(dot + 1));
	}
}
