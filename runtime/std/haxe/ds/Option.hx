package haxe.ds;

/** A value, or none. **/
enum Option<T> {
	Some(v:T);
	None;
}
