enum Expr {
	Num(v:Int);
	Add(a:Expr, b:Expr);
	Mul(a:Expr, b:Expr);
	Neg(e:Expr);
}
class NestedPatterns {
	static function simplify(e:Expr):Expr
		return switch (e) {
			case Add(Num(0), x) | Add(x, Num(0)): simplify(x);
			case Mul(Num(1), x): simplify(x);
			case Mul(Num(0), _): Num(0);
			case Add(a, b): Add(simplify(a), simplify(b));
			case Mul(a, b): Mul(simplify(a), simplify(b));
			case Neg(Neg(x)): simplify(x);
			case Neg(Num(n)): Num(-n);
			case Neg(x): Neg(simplify(x));
			case Num(_): e;
		}
	static function eval(e:Expr):Int
		return switch (e) {
			case Num(v): v;
			case Add(a, b): eval(a) + eval(b);
			case Mul(a, b): eval(a) * eval(b);
			case Neg(a): -eval(a);
		}
	static function main() {
		var e = Add(Num(0), Mul(Num(1), Add(Num(2), Neg(Num(5)))));
		Sys.println(simplify(e));
		Sys.println(eval(e));
		Sys.println(simplify(Neg(Neg(Num(4)))));
		Sys.println(simplify(Mul(Num(0), e)));
		Sys.println(simplify(Add(Num(3), Num(0))));
	}
}
