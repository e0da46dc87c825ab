// since: 4.3 (the recording Haxe cannot read this file; its .out is written by hand)
class Node {
	public var name:String;
	public var next:Node;
	public function new(name, ?next) {
		this.name = name;
		this.next = next;
	}
}
class Coalescing {
	static function counted():Int {
		Sys.println("called");
		return 6;
	}

	static function main() {
		var s:String = null;
		Sys.println(s ?? "default");
		s ??= "set";
		Sys.println(s);
		var n:Null<Int> = null;
		Sys.println((n ?? 4) + 1);
		var list = new Node("a", new Node("b"));
		Sys.println(list?.next?.name);
		Sys.println(list?.next?.next?.name);
		Sys.println(list?.next?.next?.name ?? "end");
		Sys.println((null : Null<Int>) ?? 5);
		var sure:Int = (null : Null<Int>) ?? counted();
		Sys.println(sure);
		Sys.println(((null : Null<Float>) ?? 2) / 4);
		var none:Null<Int> = (null : Null<Int>) ?? null;
		Sys.println(none == null);
	}
}
