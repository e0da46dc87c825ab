enum Expr<T> {
	Number(value:Int):Array<Int>;
}
