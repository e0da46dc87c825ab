package haxe.ds;

/** One element of a `GenericStack`. **/
@:generic
class GenericCell<T> {
	public var elt:T;
	public var next:GenericCell<T>;

	public function new(elt:T, next:GenericCell<T>) {
		this.elt = elt;
		this.next = next;
	}
}

/** A stack as a chain of cells. **/
@:generic
class GenericStack<T> {
	/** The top of the stack, null where it is empty. **/
	public var head:GenericCell<T> = null;

	public function new() {}

	/** Puts `item` on top. **/
	public function add(item:T):Void {
		head = new GenericCell(item, head);
	}

	/** The element on top, null where there is none. **/
	public function first():Null<T> {
		return head == null ? null : head.elt;
	}

	/** Removes and returns the element on top, null where there is none. **/
	public function pop():Null<T> {
		if (head == null) return null;
		var item = head.elt;
		head = head.next;
		return item;
	}

	public function isEmpty():Bool {
		return head == null;
	}

	/** Removes the element equal to `v` that is nearest to the top; false where there is none. **/
	public function remove(v:T):Bool {
		var above:GenericCell<T> = null;
		var cell = head;
		while (cell != null) {
			if (cell.elt == v) {
				if (above == null) head = cell.next else above.next = cell.next;
				return true;
			}
			above = cell;
			cell = cell.next;
		}
		return false;
	}

	/** Steps through the elements from the top down. **/
	public function iterator():Iterator<T> {
		return new GenericStackIterator(head);
	}

	/** `{top,next}` **/
	public function toString():String {
		return "{" + [for (item in this) Std.string(item)].join(",") + "}";
	}
}

@:generic
private class GenericStackIterator<T> {
	var cell:GenericCell<T>;

	public function new(head:GenericCell<T>) {
		cell = head;
	}

	public function hasNext():Bool {
		return cell != null;
	}

	public function next():T {
		var item = cell.elt;
		cell = cell.next;
		return item;
	}
}
