enum Expr<T> {
	Num(i:Int):Expr<Int>;
	Flag(b:Bool):Expr<Bool>;
	Text(s:String):Expr<String>;
	Add(a:Expr<Int>, b:Expr<Int>):Expr<Int>;
	Less(a:Expr<Int>, b:Expr<Int>):Expr<Bool>;
	If<S>(c:Expr<Bool>, t:Expr<S>, e:Expr<S>):Expr<S>;
	Pair<A, B>(a:Expr<A>, b:Expr<B>):Expr<{a:A, b:B}>;
	Length(s:Expr<String>):Expr<Int>;
	ListOf<X>(items:Array<Expr<X>>):Expr<Array<X>>;
}

enum Request<R> {
	GetName:Request<String>;
	GetAge(year:Int):Request<Int>;
	GetAll<X>(parts:Array<Request<X>>):Request<Array<X>>;
}

class Gadts {
	static function eval<T>(e:Expr<T>):T {
		return switch (e) {
			case Num(i): i;
			case Flag(b): b;
			case Text(s): s;
			case Add(a, b): eval(a) + eval(b);
			case Less(a, b): eval(a) < eval(b);
			case If(c, t, e): eval(c) ? eval(t) : eval(e);
			case Pair(a, b): {a: eval(a), b: eval(b)};
			case Length(s): eval(s).length;
			case ListOf(items): [for (i in items) eval(i)];
		}
	}

	static function show<T>(e:Expr<T>, value:T):String {
		switch (e) {
			case Num(_):
				return "int " + (value + 1);
			case Text(_):
				return "text " + value.length;
			case Flag(true):
				return "flag " + !value;
			case _:
				return "other " + value;
		}
	}

	static function answer<R>(request:Request<R>):R {
		return switch (request) {
			case GetName: "Ada";
			case GetAge(year): year - 1815;
			case GetAll(parts): parts.map(answer);
		}
	}

	/** Only the constructors that make an `Expr<Int>` are asked for. **/
	static function fold(e:Expr<Int>):Expr<Int> {
		return switch (e) {
			case Add(Num(a), Num(b)): Num(a + b);
			case Add(a, b): fold(Add(fold(a), fold(b)));
			case Length(Text(s)): Num(s.length);
			case Length(_) | Num(_) | If(_): e;
		}
	}

	static function main() {
		Sys.println(eval(Num(7)));
		Sys.println(eval(Flag(true)));
		Sys.println(eval(Text("t")));
		Sys.println(eval(Add(Num(1), Add(Num(2), Num(3)))));
		Sys.println(eval(Less(Num(1), Num(2))));
		Sys.println(eval(Less(Num(2), Num(1))));
		Sys.println(eval(If(Less(Num(1), Num(2)), Text("a"), Text("b"))));
		Sys.println(eval(If(Flag(false), Num(1), Num(2))) + 1);
		Sys.println(eval(Pair(Num(1), Text("x"))).a + 1);
		Sys.println(eval(Pair(Num(1), Text("x"))).b.toUpperCase());
		Sys.println(eval(Length(Text("four"))));
		Sys.println(eval(ListOf([Num(1), Add(Num(1), Num(1))])));
		Sys.println(eval(ListOf([Text("x"), Text("y")])).join("-"));
		Sys.println(eval(ListOf([ListOf([Num(1)]), ListOf([])])).length);
		Sys.println(show(Num(1), 2));
		Sys.println(show(Text(""), "abc"));
		Sys.println(show(Flag(true), true));
		Sys.println(show(Flag(false), true));
		Sys.println(show(ListOf([Num(1)]), [5]));
		Sys.println(answer(GetName));
		Sys.println(answer(GetAge(1852)) + 0.5);
		Sys.println(answer(GetAll([GetName, GetName])).join(" "));
		Sys.println(answer(GetAll([GetAge(1820), GetAge(1830)])));
		Sys.println(fold(Add(Num(1), Num(2))));
		Sys.println(fold(Length(Text("abc"))));
		Sys.println(fold(Num(3)));
	}
}
