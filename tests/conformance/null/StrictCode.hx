/** Code that null safety accepts does what it says. **/
typedef Options = {?title:String, ?size:Int, ?parent:Options};

class Node {
	public var value:Int;
	public var next:Null<Node>;

	public function new(value:Int, ?next:Node) {
		this.value = value;
		this.next = next;
	}
}

@:nullSafety(Strict)
class StrictCode {
	var label:String;
	var cached:Null<String>;
	var made = 0;

	function new(?label:String) {
		this.label = label == null ? "none" : label;
	}

	function text():String {
		var known = cached;
		if (known != null) return known;
		made++;
		var fresh = label + "#" + made;
		cached = fresh;
		return fresh;
	}

	static function length(s:Null<String>):Int return s == null ? -1 : s.length;

	static function early(s:Null<String>):String {
		if (s == null) return "nothing";
		return s.toUpperCase();
	}

	static function both(a:Null<Int>, b:Null<Int>):String {
		if (a != null && b != null) return "both " + (a + b);
		if (a == null || b != null) return "no a";
		return "only " + a;
	}

	static function looped(values:Array<Null<Int>>):Int {
		var sum = 0;
		for (v in values) {
			if (v == null) continue;
			sum += v;
		}
		return sum;
	}

	static function total(list:Null<Node>):Int {
		var sum = 0;
		var at = list;
		while (at != null) {
			sum += at.value;
			at = at.next;
		}
		return sum;
	}

	static function title(o:Options):String {
		if (o.title != null) return o.title;
		var parent = o.parent;
		return parent == null ? "untitled" : title(parent) + "'s child";
	}

	static function matched(s:Null<String>):String {
		return switch (s) {
			case null: "null";
			case "": "empty";
			case _: s + "!";
		}
	}

	static function thrown(s:Null<String>):Int {
		if (s == null) throw "missing";
		return s.length;
	}

	static function filled(?s:String, n:Int = 3):String {
		if (s == null) s = "default";
		return s + n;
	}

	static function branches(n:Int):String {
		var s:Null<String> = null;
		if (n > 0) s = "positive" else if (n < 0) s = "negative" else s = "zero";
		return s.charAt(0);
	}

	static function main() {
		Sys.println(length("four"));
		Sys.println(length(null));
		Sys.println(early("up"));
		Sys.println(early(null));
		Sys.println(both(1, 2));
		Sys.println(both(null, 2));
		Sys.println(both(1, null));
		Sys.println(both(null, null));
		Sys.println(looped([1, null, 3]));
		Sys.println(total(new Node(1, new Node(2, new Node(3)))));
		Sys.println(total(null));
		Sys.println(title({title: "a"}));
		Sys.println(title({}));
		Sys.println(title({parent: {title: "p"}}));
		Sys.println(title({parent: {parent: {}}}));
		Sys.println(matched(null));
		Sys.println(matched(""));
		Sys.println(matched("x"));
		Sys.println(try thrown(null) catch (e:String) -2);
		Sys.println(thrown("abc"));
		Sys.println(filled());
		Sys.println(filled("x"));
		Sys.println(filled("x", 1));
		Sys.println(branches(1) + branches(-1) + branches(0));
		var code = new StrictCode();
		Sys.println(code.text() + code.text() + code.made);
		Sys.println(new StrictCode("lab").text());
		var map = ["k" => "v"];
		var found = map.get("k");
		Sys.println(found != null ? found.length : 0);
		var missing = map["z"];
		Sys.println(missing == null);
		var list:Array<Null<String>> = ["a", null, "b"];
		Sys.println([for (s in list) if (s != null) s.toUpperCase()].join(""));
		Sys.println(list.filter(s -> s != null).length);
		var unsafe:Null<String> = null;
		Sys.println(@:nullSafety(Off) (unsafe : String) == null);
	}
}
