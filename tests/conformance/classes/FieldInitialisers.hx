class Base {
	public var log:Array<String> = [];
	public var a:Int = Trace.say("Base.a", 1);
	public function new() {
		Trace.say("Base.new", 0);
	}
}
class Trace {
	public static function say(text:String, value:Int):Int {
		Sys.println(text);
		return value;
	}
}
class Derived extends Base {
	var b:Int = Trace.say("Derived.b", 2);
	public function new() {
		Trace.say("before super", 0);
		super();
		Trace.say("after super", b);
	}
}
class FieldInitialisers {
	static function main() {
		new Derived();
		Sys.println(new Base().log == new Base().log);
	}
}
