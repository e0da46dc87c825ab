package haxe.ds;

/** A chain of elements: both ends grow in constant time, and so does the front shrink. **/
class List<T> {
	/** The number of elements. **/
	public var length(default, null):Int = 0;

	var front:ListNode<T> = null;
	var back:ListNode<T> = null;

	public function new() {}

	/** Puts `item` at the end. **/
	public function add(item:T):Void {
		var node = new ListNode(item, null);
		if (back == null) front = node else back.next = node;
		back = node;
		length++;
	}

	/** Puts `item` at the front. **/
	public function push(item:T):Void {
		front = new ListNode(item, front);
		if (back == null) back = front;
		length++;
	}

	/** The first element, null where there is none. **/
	public function first():Null<T> {
		return front == null ? null : front.item;
	}

	/** The last element, null where there is none. **/
	public function last():Null<T> {
		return back == null ? null : back.item;
	}

	/** Removes and returns the first element, null where there is none. **/
	public function pop():Null<T> {
		if (front == null) return null;
		var item = front.item;
		unlink(null, front);
		return item;
	}

	public function isEmpty():Bool {
		return front == null;
	}

	public function clear():Void {
		front = null;
		back = null;
		length = 0;
	}

	/** Removes the first element equal to `v`; false where there is none. **/
	public function remove(v:T):Bool {
		var before:ListNode<T> = null;
		var node = front;
		while (node != null) {
			if (node.item == v) {
				unlink(before, node);
				return true;
			}
			before = node;
			node = node.next;
		}
		return false;
	}

	function unlink(before:ListNode<T>, node:ListNode<T>):Void {
		if (before == null) front = node.next else before.next = node.next;
		if (node == back) back = before;
		length--;
	}

	public function iterator():ListIterator<T> {
		return new ListIterator(front);
	}

	/** Positions and elements. **/
	public function keyValueIterator():ListKeyValueIterator<T> {
		return new ListKeyValueIterator(front);
	}

	/** `{first, second}` **/
	public function toString():String {
		return "{" + join(", ") + "}";
	}

	/** The elements as text with `sep` between them. **/
	public function join(sep:String):String {
		return [for (item in this) Std.string(item)].join(sep);
	}

	/** A new list of the elements that `f` holds for. **/
	public function filter(f:T->Bool):List<T> {
		var result = new List<T>();
		for (item in this) if (f(item)) result.add(item);
		return result;
	}

	/** A new list of what `f` makes of each element. **/
	public function map<X>(f:T->X):List<X> {
		var result = new List<X>();
		for (item in this) result.add(f(item));
		return result;
	}
}

private class ListNode<T> {
	public final item:T;
	public var next:ListNode<T>;

	public function new(item:T, next:ListNode<T>) {
		this.item = item;
		this.next = next;
	}
}

private class ListIterator<T> {
	var node:ListNode<T>;

	public function new(front:ListNode<T>) {
		node = front;
	}

	public function hasNext():Bool {
		return node != null;
	}

	public function next():T {
		var item = node.item;
		node = node.next;
		return item;
	}
}

private class ListKeyValueIterator<T> {
	var node:ListNode<T>;
	var position:Int = 0;

	public function new(front:ListNode<T>) {
		node = front;
	}

	public function hasNext():Bool {
		return node != null;
	}

	public function next():{key:Int, value:T} {
		var item = node.item;
		node = node.next;
		return {key: position++, value: item};
	}
}
