class Source<T> {
	public function new() {}
	public function next():T return null;
	public function both():Array<T> return [next(), next()];
}
class Ints extends Source<Int> {
	var i = 0;
	override public function next():Int return ++i;
}
class Words extends Source<String> {
	override public function next():String return "w";
}
class GenericOverride {
	static function main() {
		var ints = new Ints();
		Sys.println(ints.next() + 1);
		var s:Source<Int> = ints;
		var n = s.next();
		Sys.println(n * 10);
		Sys.println(s.both());
		Sys.println(new Words().both().join(","));
	}
}
