package haxe.ds;

/** A value of one of two types. **/
enum Either<L, R> {
	Left(v:L);
	Right(v:R);
}
