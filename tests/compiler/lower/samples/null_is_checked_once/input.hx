class Node {
	public var value:Int;
	public var next:Node;
}
class Main {
	static function sum(node:Node):Int {
		var total = node.value + node.value;
		node = node.next;
		return total + node.value;
	}
	static function guarded(node:Node):Int return node != null && node.value > 0 ? node.value : 0;
	static function main() {}
}
