enum Tree<T> {
	Leaf;
	@:tag Node(left:Tree<T>, ?right:Tree<T>);
}

enum Typed<T> {
	Number(value:Int):Typed<Int>;
	Same<K>(value:K):Typed<K>;
}
