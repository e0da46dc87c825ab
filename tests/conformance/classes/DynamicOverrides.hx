class Parent {
	public function new() {}

	public dynamic function dyn(x:Int) return "parent" + x;

	public function call() return dyn(1);
}

class Kid extends Parent {
	override public dynamic function dyn(x:Int) return "kid" + x;
}

class Grand extends Kid {
	var n = 3;
	public function new() { super(); }

	override public dynamic function dyn(x:Int) return "grand" + x;
}

class Plain extends Parent {
	override public function dyn(x:Int) return "plain" + x;
}

class DynamicOverrides {
	static function main() { var k = new Kid(); Sys.println(k.dyn(3)); Sys.println(k.call()); var g = new Grand(); Sys.println(g.dyn(3)); Sys.println(g.call()); g.dyn = x -> "set"; Sys.println(g.call()); var p:Parent = g; Sys.println(p.dyn(4)); Sys.println(new Plain().dyn(5)); Sys.println(new Plain().call()); p = new Plain(); Sys.println(p.dyn(2)); Sys.println(p.call()); var f = p.dyn; Sys.println(f(9)); }
}
