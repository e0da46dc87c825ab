package haxe.ds;

/** Sorts chains of nodes by linking them anew, keeping the order of equal nodes. **/
class ListSort {
	/** Sorts nodes linked both ways by `prev` and `next`; returns the new first one. **/
	public static function sort<T:{prev:T, next:T}>(list:T, cmp:T->T->Int):T {
		var first = sortSingleLinked(list, cmp);
		var before:T = null;
		var node = first;
		while (node != null) {
			node.prev = before;
			before = node;
			node = node.next;
		}
		return first;
	}

	/** Sorts nodes linked by `next`; returns the new first one. **/
	public static function sortSingleLinked<T:{next:T}>(list:T, cmp:T->T->Int):T {
		var nodes:Array<T> = [];
		var node = list;
		while (node != null) {
			nodes.push(node);
			node = node.next;
		}
		if (nodes.length == 0) return null;
		nodes.sort(cmp);
		for (i in 1...nodes.length) nodes[i - 1].next = nodes[i];
		nodes[nodes.length - 1].next = null;
		return nodes[0];
	}
}
