import haxe.ds.GenericStack;
import haxe.ds.ListSort;

/** Lists, stacks, and chains of one's own that are sorted. **/
class Lists {
	static function main() {
		lists();
		stacks();
		chains();
	}

	static function lists() {
		var list = new List<Int>();
		Sys.println(list.isEmpty());
		Sys.println(list.first());
		Sys.println(list.last());
		Sys.println(list.pop());
		Sys.println(list.toString());
		for (n in [3, 1, 4, 1, 5]) list.add(n);
		list.push(9);
		Sys.println(list.toString());
		Sys.println(list.length);
		Sys.println(list.first());
		Sys.println(list.last());
		Sys.println(list.pop());
		Sys.println(list.length);
		Sys.println(list.remove(1));
		Sys.println(list.toString());
		Sys.println(list.remove(7));
		Sys.println(list.remove(5));
		Sys.println(list.last());
		list.add(6);
		Sys.println(list.toString());
		Sys.println(list.join("-"));
		Sys.println(list.map(n -> n * 10).toString());
		Sys.println(list.filter(n -> n > 2).toString());
		Sys.println([for (n in list) n]);
		Sys.println([for (i => n in list) '$i:$n']);
		Sys.println(Lambda.fold(list, (n, sum) -> n + sum, 0));
		list.clear();
		Sys.println(list.isEmpty());
		list.push(2);
		Sys.println(list.last());
		Sys.println(list.remove(2));
		list.add(8);
		Sys.println(list.toString());
		var same:haxe.ds.List<Int> = list;
		Sys.println(same == list);
		Sys.println(Lambda.list([1, 2]).map(n -> "n" + n).join(" "));
	}

	static function stacks() {
		var stack = new GenericStack<String>();
		Sys.println(stack.isEmpty());
		Sys.println(stack.first());
		Sys.println(stack.pop());
		for (word in ["a", "b", "c", "b"]) stack.add(word);
		Sys.println(stack.toString());
		Sys.println(stack.first());
		Sys.println(stack.pop());
		Sys.println(stack.remove("a"));
		Sys.println(stack.remove("z"));
		Sys.println([for (word in stack) word]);
		Sys.println(stack.head.elt);
		Sys.println(stack.head.next.elt);
		Sys.println(stack.isEmpty());
	}

	static function chains() {
		var byKey = (a:Link, b:Link) -> a.key - b.key;
		var sorted = ListSort.sort(chain([5, 2, 8, 2, 1]), byKey);
		Sys.println(sorted.show());
		Sys.println(sorted.next.prev == sorted);
		var single = ListSort.sortSingleLinked(chain([3, 1, 2]), byKey);
		Sys.println(single.show());
		Sys.println(ListSort.sort(chain([1]), byKey).show());
	}

	static function chain(keys:Array<Int>):Link {
		var first:Link = null;
		var i = keys.length;
		while (--i >= 0) {
			var link = new Link(keys[i], i, first);
			if (first != null) first.prev = link;
			first = link;
		}
		return first;
	}
}

class Link {
	public final key:Int;
	public final position:Int;
	public var prev:Link;
	public var next:Link;

	public function new(key, position, next) {
		this.key = key;
		this.position = position;
		this.next = next;
	}

	public function show():String {
		return key + "@" + position + (next == null ? "" : " " + next.show());
	}
}
