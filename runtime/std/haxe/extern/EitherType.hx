package haxe.extern;

/** A value of one of two types, for what an API takes in more than one form. Nothing is checked when it is read as either. **/
abstract EitherType<T1, T2>(Dynamic) from T1 to T1 from T2 to T2 {}
