class Pair<A, B> {
	public final first:A;
	public final second:B;
	public function new(first:A, second:B) {
		this.first = first;
		this.second = second;
	}
	public function swap():Pair<B, A> return new Pair(second, first);
	public function map<C>(f:A->C):Pair<C, B> return new Pair(f(first), second);
}
class Stack<T> {
	var items:Array<T> = [];
	public function new() {}
	public function push(x:T):Stack<T> {
		items.push(x);
		return this;
	}
	public function pop():Null<T> return items.pop();
}
class Generics {
	static function largest<T:Float>(a:Array<T>):T {
		var best = a[0];
		for (x in a) if (x > best) best = x;
		return best;
	}
	static function main() {
		var p = new Pair(1, "one");
		Sys.println(p.swap().first + p.swap().second);
		Sys.println(p.map(x -> x + 0.5).first * 2);
		var s = new Stack<Int>().push(1).push(2);
		Sys.println(s.pop() + 10);
		Sys.println(s.pop());
		Sys.println(s.pop());
		Sys.println(largest([3, 9, 4]));
		Sys.println(largest([1.5, 0.5]));
	}
}
