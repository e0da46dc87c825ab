class Source<T> {
	public function new() {}
	public function next(previous:T):T return previous;
}
class Ints extends Source<Int> {
	override public function next(previous:Int):Int return previous + 1;
}
class Main {
	static function main() {
		var source:Source<Int> = new Ints();
		var n = source.next(1);
	}
}
