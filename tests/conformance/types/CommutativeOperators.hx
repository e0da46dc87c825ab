abstract Amount(Int) {
	public inline function new(value:Int) this = value;

	public inline function raw():Int return this;

	@:from static function fromInt(value:Int):Amount return new Amount(value);

	@:to function toInt():Int return this;

	@:op(A * B) @:commutative static function scale(left:Amount, factor:Int):Amount return new Amount(left.raw() * 100 + factor);
}

/** Turned round, a commutative operator is taken before one whose operands would both be converted. **/
class CommutativeOperators {
	static function main() {
		Sys.println((2 * new Amount(-1)).raw());
		Sys.println((new Amount(-1) * 2).raw());
		Sys.println((2 * 3 * new Amount(-1)).raw());
		Sys.println((new Amount(5) * new Amount(-1)).raw());
	}
}
