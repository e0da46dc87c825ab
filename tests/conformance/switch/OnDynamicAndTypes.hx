interface Speaks {}

class Animal {
	public function new() {}
}

class Dog extends Animal implements Speaks {
	public static final instance = new Dog();
}

enum Token {
	Number(n:Int);
	Word(w:String);
	End;
}

class OnDynamicAndTypes {
	static function constant(d:Dynamic):String {
		return switch (d) {
			case 1: "one";
			case 2.5: "two and a half";
			case "text": "text";
			case other: "other " + other;
		}
	}

	static function flag(d:Dynamic):String {
		return switch (d) {
			case true: "true";
			case false: "false";
			case _: "none";
		}
	}

	static function token(d:Dynamic):String {
		return switch (d) {
			case null: "null";
			case End: "end";
			case Number(5): "number five";
			case Number(n): "number " + n;
			case _: "other";
		}
	}

	static function type(c:Class<Dynamic>):String {
		return switch (c) {
			case null: "none";
			case Dog: "Dog";
			case Animal: "Animal";
			case String: "String";
			case Array: "Array";
			case _: "unknown";
		}
	}

	static function nullable(n:Null<Int>):String {
		return switch (n) {
			case null: "null";
			case 0: "zero";
			case x if (x < 0): "negative";
			case x: "" + x;
		}
	}

	static function nullableBool(b:Null<Bool>):String {
		return switch (b) {
			case null: "null";
			case true: "true";
			case false: "false";
		}
	}

	static function nullableText(s:Null<String>):String {
		return switch (s) {
			case "": "empty";
			case null: "null";
			case "a": "a";
			case _: "text";
		}
	}

	static function nullableToken(t:Null<Token>):String {
		return switch (t) {
			case null: "null";
			case End: "end";
			case Number(n) if (n > 9): "big";
			case Number(n): "n" + n;
			case Word(w): "w" + w;
		}
	}

	static function rest(a:Token, b:Null<Token>):String {
		return switch [a, b] {
			case [End, null]: "end, nothing";
			case [End, End]: "end, end";
			case [Number(n), Word(w)] | [Word(w), Number(n)]: n + w;
			case [_, null]: "nothing";
			case _: "other";
		}
	}

	static function object(a:Animal):String {
		return switch (a) {
			case null: "nobody";
			case Dog.instance: "the dog";
			case Std.isOfType(_, Dog) => true: "a dog";
			case Std.isOfType(_, Speaks) => true: "a speaker";
			case _: "an animal";
		}
	}

	static function main() {
		Sys.println(constant(1));
		Sys.println(constant(2.5));
		Sys.println(constant("text"));
		Sys.println(flag(true));
		Sys.println(flag(false));
		Sys.println(constant(7));
		Sys.println(constant("x"));
		for (t in [null, End, Number(5), Number(6), Word("x")]) Sys.println(token(t));
		Sys.println(type(Dog));
		Sys.println(type(Animal));
		Sys.println(type(String));
		Sys.println(type(Array));
		Sys.println(type(Sys));
		Sys.println(type(null));
		for (n in ([null, 0, -4, 12] : Array<Null<Int>>)) Sys.println(nullable(n));
		for (b in ([null, true, false] : Array<Null<Bool>>)) Sys.println(nullableBool(b));
		for (s in [null, "", "a", "b"]) Sys.println(nullableText(s));
		for (t in [null, End, Number(3), Number(30), Word("x")]) Sys.println(nullableToken(t));
		Sys.println(rest(End, null));
		Sys.println(rest(End, End));
		Sys.println(rest(Number(1), Word("a")));
		Sys.println(rest(Word("b"), Number(2)));
		Sys.println(rest(Word("b"), null));
		Sys.println(rest(Word("b"), End));
		Sys.println(object(null));
		Sys.println(object(Dog.instance));
		Sys.println(object(new Dog()));
		Sys.println(object(new Animal()));
	}
}
