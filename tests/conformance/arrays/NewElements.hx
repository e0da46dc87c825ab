// static: 1: 0,0,0,0,1
// static: 2: 0,0,0,0,1,0
// static: 3: 0,0,1.5
// static: 4: 0,0,1.5,0
// static: 5: false,true
// static: 6: false,true,false
// static: 10: 0,0
// static: 11: 0,0
// static: 12: false,false
// static: 15: 0,0
// static: 16: [0,0]
// static: 19: 0,7
/** What elements hold that nothing was stored in: the zero of their type, where that is known. **/
import haxe.ds.Vector;

class NewElements {
	static function main() {
		var ints:Array<Int> = [];
		ints[4] = 1;
		Sys.println(ints.join(","));
		ints.resize(6);
		Sys.println(ints.join(","));
		var floats:Array<Float> = [];
		floats[2] = 1.5;
		Sys.println(floats.join(","));
		floats.resize(4);
		Sys.println(floats.join(","));
		var flags:Array<Bool> = [];
		flags[1] = true;
		Sys.println(flags.join(","));
		flags.resize(3);
		Sys.println(flags.join(","));
		var texts:Array<String> = [];
		texts[1] = "a";
		Sys.println(texts.join(","));
		var maybe:Array<Null<Int>> = [];
		maybe[1] = 3;
		Sys.println(maybe.join(","));
		maybe.resize(3);
		Sys.println(maybe.join(","));
		Sys.println(new Vector<Int>(2).join(","));
		Sys.println(new Vector<Float>(2).toArray().join(","));
		Sys.println(new Vector<Bool>(2).join(","));
		Sys.println(new Vector<String>(2).join(","));
		Sys.println(new Vector<Null<Int>>(2).join(","));
		var board = new Board(2);
		Sys.println(board.cells.copy().join(","));
		Sys.println(haxe.Json.stringify(board.cells.toArray()));
		Sys.println(unknown(2, 5).join(","));
		var any:Array<Dynamic> = [];
		any[1] = 1;
		Sys.println(any.join(","));
		var twice = new Twice();
		twice.values[1] = 7;
		Sys.println(twice.values.join(","));
		ints.resize(0);
		Sys.println(ints.length + new Vector<Int>(0).length);
		ints.push(2);
		Sys.println(ints.join(","));
	}

	/** The element type is a parameter: null. **/
	static function unknown<T>(count:Int, like:T):Vector<T> {
		return new Vector<T>(count);
	}
}

class Board {
	public final cells:Vector<Int>;

	public function new(size:Int) {
		cells = new Vector(size);
	}
}

class Twice {
	public final values:Array<Int> = [];

	public function new() {}
}
