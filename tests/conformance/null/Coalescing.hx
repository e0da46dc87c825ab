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
	}
}
