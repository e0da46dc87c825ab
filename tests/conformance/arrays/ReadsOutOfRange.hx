// static: 1: 0
// static: 2: 0
class ReadsOutOfRange {
	static function main() {
		var ints = [1, 2];
		Sys.println(ints[5]);
		Sys.println(ints[-1]);
		var names = ["a"];
		Sys.println(names[3]);
		var any:Array<Dynamic> = [1];
		Sys.println(any[1]);
		var maybe:Array<Null<Int>> = [1];
		Sys.println(maybe[1]);
	}
}
