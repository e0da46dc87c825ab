interface Named {}
class A implements Named {
	public function new() {}
}
class B extends A {
	public var b = 2;
}
class CastsAndTests {
	static function describe(v:Dynamic):String {
		if (v is Int) return "int";
		if (v is Float) return "float";
		if (v is Bool) return "bool";
		if (v is String) return "string";
		if (v is Array) return "array";
		if (v is B) return "B";
		if (v is Named) return "named";
		return "other";
	}
	static function main() {
		for (v in ([1, 1.5, true, "s", [1], new A(), new B(), null, {}] : Array<Dynamic>)) Sys.println(describe(v));
		var a:A = new B();
		Sys.println(cast(a, B).b);
		var b:B = cast a;
		Sys.println(b.b);
		try {
			cast(new A(), B);
			Sys.println("no");
		} catch (e:Dynamic) Sys.println("cannot cast");
		Sys.println(Std.downcast(new A(), B) == null);
		Sys.println(Std.downcast(a, B).b);
		Sys.println(Type.getClassName(Type.getClass(a)));
		for (v in ([A, haxe.ds.Option, {x: 1}, a, null] : Array<Dynamic>)) Sys.println((v is Class) + " " + (v is Enum));
	}
}
