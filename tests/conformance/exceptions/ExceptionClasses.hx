import haxe.Exception;
import haxe.ValueException;
import haxe.exceptions.ArgumentException;
import haxe.exceptions.NotImplementedException;
import haxe.exceptions.PosException;

/** The exceptions of the library, what they tell, and which catch takes which. **/
class ExceptionClasses {
	static function main() {
		members();
		values();
		places();
		rethrown();
		catches();
	}

	static function members() {
		var cause = new Exception("cause");
		var error = new Exception("effect", cause);
		Sys.println(error.message);
		Sys.println(error.previous == cause);
		Sys.println(cause.previous);
		Sys.println(error.toString());
		Sys.println('$error');
		Sys.println(error.native == error);
		Sys.println(StringTools.startsWith(cause.details(), "Exception: cause"));
		Sys.println(StringTools.startsWith(error.details(), "Exception: cause"));
		Sys.println(error.details().indexOf("Next Exception: effect") > 0);
		Sys.println(new Coded(404).toString());
		Sys.println(new Coded(404).message);
		Sys.println(new Coded(404, cause).previous.message);
		Sys.println(StringTools.startsWith(new Coded(1).details(), "Exception: code 1"));
	}

	static function values() {
		try throw 5 catch (e:ValueException) Sys.println(e.value + " " + e.message);
		try throw {x: 1} catch (e:Exception) Sys.println(e.message);
		try throw [1, 2] catch (e:Exception) Sys.println(Std.isOfType(e, ValueException));
		try throw new Exception("own") catch (e:Exception) Sys.println(Std.isOfType(e, ValueException));
		try throw new ValueException("wrapped") catch (text:String) Sys.println("unwrapped " + text);
		try throw new ValueException(7) catch (e:Exception) Sys.println(e.message);
		try throw Broken catch (e:Exception) Sys.println(e.message);
		try throw null catch (e:Exception) Sys.println(e.message);
	}

	static function places() {
		var error = new PosException("here");
		Sys.println(error.posInfos.fileName + " " + error.posInfos.lineNumber + " " + error.posInfos.methodName);
		Sys.println(error);
		Sys.println(error.message);
		Sys.println(new NotImplementedException());
		Sys.println(new NotImplementedException("not yet").message);
		var argument = new ArgumentException("count");
		Sys.println(argument.argument);
		Sys.println(argument.message);
		Sys.println(new ArgumentException("count", "too many"));
		try todo() catch (e:PosException) Sys.println(e.posInfos.methodName);
	}

	static function todo():Int {
		throw new NotImplementedException();
	}

	static function rethrown() {
		var first = new Coded(1);
		try {
			try throw first catch (e:Exception) throw e;
		} catch (e:Coded) {
			Sys.println(e == first);
		}
		try {
			try throw "inner" catch (e:Exception) throw new Coded(2, e);
		} catch (e:Coded) {
			Sys.println(e.previous.message);
		}
		try {
			try throw 3 catch (e:Exception) throw e;
		} catch (number:Int) {
			Sys.println(number + 1);
		}
	}

	static function catches() {
		for (what in 0...7) Sys.println(kindOf(what));
	}

	static function kindOf(what:Int):String {
		try {
			switch (what) {
				case 0: throw "s";
				case 1: throw 1;
				case 2: throw 1.5;
				case 3: throw new Coded(3);
				case 4: throw new NotImplementedException();
				case 5: throw Broken;
				default: throw new ExceptionClasses();
			}
		} catch (e:String) {
			return "string " + e;
		} catch (e:Int) {
			return "int " + e;
		} catch (e:Coded) {
			return "coded " + e.code;
		} catch (e:Failure) {
			return "failure";
		} catch (e:ExceptionClasses) {
			return "instance";
		} catch (e:PosException) {
			return "place";
		} catch (e:Dynamic) {
			return "other " + e;
		}
	}

	function new() {}
}

enum Failure {
	Broken;
}

class Coded extends Exception {
	public final code:Int;

	public function new(code:Int, ?previous:Exception) {
		super("code " + code, previous);
		this.code = code;
	}
}
