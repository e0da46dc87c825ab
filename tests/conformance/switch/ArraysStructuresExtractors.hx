typedef Person = {name:String, age:Int, ?pet:{kind:String, ?name:String}};

class Box {
	public var width:Int;
	public var height:Int;
	public var area(get, never):Int;

	public function new(width:Int, height:Int) {
		this.width = width;
		this.height = height;
	}

	function get_area():Int return width * height;
}

class ArraysStructuresExtractors {
	static function array(a:Array<Int>):String {
		return switch (a) {
			case null: "null";
			case []: "empty";
			case [0]: "zero";
			case [x]: "one " + x;
			case [1, 2]: "one two";
			case [x, 2 | 3]: x + " then two or three";
			case [x, y] if (x == y): "twice " + x;
			case [_, y]: "second " + y;
			case [1, _, 3]: "one any three";
			case [a, b, c] if (a < b && b < c): "rising";
			case all = [_, _, _]: "three: " + all.length;
			case _: "many " + a.length;
		}
	}

	static function nested(a:Array<Array<String>>):String {
		return switch (a) {
			case [[]]: "one empty";
			case [["a", b], []]: "a and " + b;
			case [[x], [y]]: x + y;
			case [_, ["end"]]: "ends";
			case _: "other";
		}
	}

	static function person(p:Person):String {
		return switch (p) {
			case {name: "Ada", age: 36}: "the one";
			case {name: "Ada"}: "an Ada";
			case {pet: {kind: "cat", name: null}}: "a nameless cat";
			case {pet: {kind: "cat" | "dog", name: n}}: "pet " + n;
			case {age: a} if (a < 18): "a child of " + a;
			case {name: n}: n;
		}
	}

	static function box(b:Box):String {
		return switch (b) {
			case {width: 1, height: 1}: "unit";
			case {area: 100}: "hundred";
			case {width: w, height: h} if (w == h): "square " + w;
			case {width: w}: "width " + w;
		}
	}

	static function extracted(s:String):String {
		return switch (s) {
			case _.toLowerCase() => "yes": "yes";
			case _.length => 3: "three letters";
			case _.charAt(0) => first = "x" | "y": "starts with " + first;
			case _.split(",") => [a, b]: a + " and " + b;
			case _.length => n if (n > 10): "long " + n;
			case Std.parseInt(_) => value if (value != null): "number " + value;
			case _.toUpperCase() => _.substr(1, 1) => "B": "second letter b";
			case _: "nothing";
		}
	}

	static function even(n:Int):Bool return n % 2 == 0;

	static function numbers(a:Int, b:Int):String {
		return switch [a, b] {
			case [even(_) => true, even(_) => true]: "both even";
			case [_ - b => 0, _]: "equal";
			case [x, y = even(_) => true]: x + " odd, " + y + " even";
			case [_, (_ * 2) => twice]: "twice " + twice;
		}
	}

	static function tuple(kind:String, list:Array<Int>, flag:Bool):String {
		return switch [kind, list, flag] {
			case ["a", [], _]: "a without";
			case ["a" | "b", [n], true]: "one " + n;
			case [_, [n, m], f]: n + m + " " + f;
			case [k, _, false]: "off " + k;
			case [k, l, true]: k + l.length;
		}
	}

	static function main() {
		for (a in [[], [0], [5], [1, 2], [7, 3], [4, 4], [8, 9], [1, 5, 3], [1, 2, 4], [3, 2, 1], [1, 2, 3, 4]])
			Sys.println(array(a));
		Sys.println(array(null));
		Sys.println(nested([[]]));
		Sys.println(nested([["a", "z"], []]));
		Sys.println(nested([["p"], ["q"]]));
		Sys.println(nested([["p", "q"], ["end"]]));
		Sys.println(nested([]));
		Sys.println(person({name: "Ada", age: 36}));
		Sys.println(person({name: "Ada", age: 5}));
		Sys.println(person({name: "Bo", age: 50, pet: {kind: "cat"}}));
		Sys.println(person({name: "Bo", age: 50, pet: {kind: "cat", name: "Tom"}}));
		Sys.println(person({name: "Bo", age: 50, pet: {kind: "dog", name: "Rex"}}));
		Sys.println(person({name: "Bo", age: 7}));
		Sys.println(person({name: "Bo", age: 70}));
		Sys.println(person({name: "Bo", age: 70, pet: {kind: "fish"}}));
		Sys.println(box(new Box(1, 1)));
		Sys.println(box(new Box(4, 25)));
		Sys.println(box(new Box(3, 3)));
		Sys.println(box(new Box(3, 4)));
		for (s in ["YES", "abc", "xylophone", "yard", "1,2", "something long", "1234", "abcde", "qqqq"])
			Sys.println(extracted(s));
		Sys.println(numbers(2, 4));
		Sys.println(numbers(3, 3));
		Sys.println(numbers(3, 4));
		Sys.println(numbers(3, 5));
		Sys.println(tuple("a", [], true));
		Sys.println(tuple("b", [9], true));
		Sys.println(tuple("c", [1, 2], false));
		Sys.println(tuple("c", [1], false));
		Sys.println(tuple("c", [1], true));
		var map = ["one" => 1];
		Sys.println(switch (map["one"]) {
			case null: "missing";
			case n: "found " + n;
		});
		Sys.println(switch (map["two"]) {
			case null: "missing";
			case n: "found " + n;
		});
	}
}
