class Node {
	public var next:Null<Node>;
	public var value:Int = 1;
	public var items:Array<Float> = [];

	public function new() {}

	public function scaled(by:Float):Float
		return value * by;
}

class NullOperators {
	static function main() {
		var node:Null<Node> = new Node();
		$type(node?.value); // Null<Int>
		$type(node?.next?.next.value); // Null<Int>
		$type(node?.scaled(2)); // Null<Float>
		$type(node?.items[0]); // Null<Float>
		node?.next?.scaled(3);
		node?.value = 5;
		node?.value += 2;
		var i:Null<Int> = null;
		$type(i ?? 5); // Int
		$type(i ?? null); // Null<Int>
		i ??= 7;
		var s:String = null;
		$type(s ?? "x"); // String
		$type(s?.length ?? 0); // Int
		var m:Map<String, Array<Int>> = [];
		(m["a"] ??= []).push(3);
		$type(node?.next ?? node); // Node
	}
}
