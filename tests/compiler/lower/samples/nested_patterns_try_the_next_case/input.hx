enum Expr {
	Num(n:Int);
	Neg(e:Expr);
	Add(a:Expr, b:Expr);
}
class Main {
	static function simplify(e:Expr):Expr
		return switch (e) {
			case Neg(Neg(x)): x;
			case Add(Num(0), x): x;
			case Num(n) if (n < 0): Neg(Num(-n));
			case _: e;
		}
	static function main() {}
}
