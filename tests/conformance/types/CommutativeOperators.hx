abstract Amount(Int) {
	public inline function new(value:Int) this = value;

	public inline function raw():Int return this;

	@:from static function fromInt(value:Int):Amount return new Amount(value);

	@:to function toInt():Int return this;

	@:op(A * B) @:commutative static function scale(left:Amount, factor:Int):Amount return new Amount(left.raw() * 100 + factor);
}

/** Turned round, a commutative operator is taken before one whose operands would both be converted. **/
class CommutativeOperators {
	static function factor(value:Int):Int {
		Sys.println('factor $value');
		return value;
	}

	static function amount(value:Int):Amount {
		Sys.println('amount $value');
		return new Amount(value);
	}

	static function main() {
		Sys.println((2 * new Amount(-1)).raw());
		Sys.println((new Amount(-1) * 2).raw());
		Sys.println((2 * 3 * new Amount(-1)).raw());
		Sys.println((new Amount(5) * new Amount(-1)).raw());
		Sys.println((factor(2) * amount(3)).raw());
		Sys.println((amount(2) * factor(3)).raw());
		var changed = 2;
		Sys.println((changed * amount(changed = 4)).raw());
	}
}
