class Failure extends haxe.Exception {
	public var code:Int;

	public function new(code:Int) {
		super("failed");
		this.code = code;
	}
}

class NullAndExceptions {
	static function risky(n:Int):Int {
		if (n < 0) throw "negative";
		if (n == 0) throw new Failure(3);
		return n;
	}

	static function always():Int {
		throw "x";
	}

	static function loops():Int {
		while (true) {
			if (risky(1) == 1) return 2;
		}
	}

	static function main() {
		try {
			risky(-1);
		} catch (e:Failure) {
			$type(e.code); // Int
		} catch (e:String) {
			$type(e.length); // Int
		} catch (e) {
			$type(e.message); // String
		}
		var x = try risky(1) catch (e:Dynamic) -1;
		$type(x); // Int
		var s:String = null;
		var i:Null<Int> = null;
		if (i == null || i > 3) i = 1;
		var d:Dynamic = null;
		var n:Null<Float> = i;
		var e:Null<Failure> = null;
		$type(e == null ? 0 : e.code); // Int
		var y:Int = i;
		var v = cast(d, String);
		$type(v); // String
		var u:Int = cast d;
		if (d is String) trace("string");
		if (Std.isOfType(d, Int)) trace("int");
		$type((d : String)); // String
		trace("a", 1, 2.5);
	}
}
