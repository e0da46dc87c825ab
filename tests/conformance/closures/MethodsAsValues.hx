class Adder {
	var n:Int;
	public function new(n) this.n = n;
	public function add(x:Int):Int return x + n;
	public function self() return add;
}
class Doubler extends Adder {
	override public function add(x:Int):Int return super.add(x) * 2;
}
class MethodsAsValues {
	static function twice(x:Int):Int return x * 2;
	static function apply(f:Int->Int, x:Int) return f(x);
	static function main() {
		var a = new Adder(10);
		var f = a.add;
		a = new Adder(20);
		Sys.println(f(1));
		Sys.println(apply(twice, 4));
		Sys.println(apply(new Doubler(1).add, 4));
		Sys.println(new Doubler(2).self()(3));
		Sys.println([1, 2].map(twice));
		var t = MethodsAsValues.twice;
		Sys.println(t == twice);
		var bound = a.add.bind(100);
		Sys.println(bound());
	}
}
