class Link<T> {
	public var value:T;
	public var next:Link<T>;
	public function new(value) this.value = value;
}
class Queue<T> {
	var head:Link<T>;
	var tail:Link<T>;
	public var length(default, null) = 0;
	public function new() {}
	public function push(v:T) {
		var link = new Link(v);
		if (tail == null) head = link else tail.next = link;
		tail = link;
		length++;
	}
	public function pop():Null<T> {
		if (head == null) return null;
		var v = head.value;
		head = head.next;
		if (head == null) tail = null;
		length--;
		return v;
	}
	public function iterator():Iterator<T> {
		var at = head;
		return {
			hasNext: () -> at != null,
			next: () -> {
				var v = at.value;
				at = at.next;
				return v;
			}
		};
	}
	static function main() {
		var q = new Queue<Int>();
		for (i in 0...5) q.push(i * i);
		Sys.println(q.pop());
		Sys.println(q.pop());
		for (v in q) Sys.println(v);
		Sys.println(q.length);
		while (q.length > 0) q.pop();
		Sys.println(q.pop());
		q.push(7);
		Sys.println([for (v in q) v]);
	}
}
