class Stats {
	public var best:Null<Int>;
	public var name:String;
	public function new() {}
}
class OperatorsOnNullables {
	static function main() {
		var s = new Stats();
		Sys.println(s.best == null);
		s.best = 3;
		s.best += 4;
		Sys.println(s.best);
		Sys.println(s.best > 6);
		Sys.println(s.best == 7);
		var a:Null<Int> = 2;
		var b:Null<Int> = null;
		Sys.println(a == b);
		b = 2;
		Sys.println(a == b);
		Sys.println(a + b * 2);
		var i:Int = a;
		Sys.println(i << 2);
		var f:Null<Float> = 0.5;
		Sys.println(f + a);
		Sys.println(s.name == null ? "unnamed" : s.name);
		var xs:Array<Null<Int>> = [1, null, 3];
		var n = 0;
		for (x in xs) if (x != null) n += x;
		Sys.println(n);
		Sys.println(xs);
	}
}
