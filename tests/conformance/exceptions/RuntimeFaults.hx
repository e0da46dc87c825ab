class Thing {
	public function new() {}
}
class RuntimeFaults {
	static function attempt(name:String, f:Void->Void) {
		try {
			f();
			Sys.println(name + " fine");
		} catch (e:haxe.Exception) {
			Sys.println(name + " caught");
		}
	}
	static function deep(n:Int):Int return n == 0 ? 0 : 1 + deep(n - 1);
	static function main() {
		var none:Thing = null;
		attempt("cast", () -> cast((("text" : Dynamic)), Thing));
		attempt("cast null", () -> cast(none, Thing));
		attempt("dynamic call", () -> {
			var d:Dynamic = null;
			d();
		});
		attempt("dynamic field", () -> {
			var d:Dynamic = null;
			d.x = 1;
		});
		attempt("nested", () -> attempt("inner", () -> throw "x"));
		Sys.println(deep(300));
	}
}
