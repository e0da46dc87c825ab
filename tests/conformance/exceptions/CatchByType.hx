class Problem {
	public var code:Int;
	public function new(code) this.code = code;
}
class CatchByType {
	static function attempt(f:Void->Void):String {
		return try {
			f();
			"fine";
		} catch (e:String) {
			"string " + e;
		} catch (e:Int) {
			"int " + (e + 1);
		} catch (e:Problem) {
			"problem " + e.code;
		} catch (e:Dynamic) {
			"other " + e;
		}
	}
	static function main() {
		Sys.println(attempt(() -> {}));
		Sys.println(attempt(() -> throw "x"));
		Sys.println(attempt(() -> throw 41));
		Sys.println(attempt(() -> throw new Problem(7)));
		Sys.println(attempt(() -> throw 1.5));
		try {
			try throw "inner" catch (e:Int) Sys.println("wrong");
		} catch (e:String) {
			Sys.println("outer " + e);
		}
		try {
			try throw "first" catch (e:String) throw e + " again";
		} catch (e:String) Sys.println(e);
	}
}
