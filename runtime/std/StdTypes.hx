/** The types the compiler knows by name. */

/** No value. **/
@:coreType abstract Void {}

/** A double-precision IEEE number. **/
@:coreType abstract Float {}

/** A 32-bit integer; arithmetic wraps. **/
@:coreType abstract Int to Float {}

/** `T` or null, for types that cannot be null themselves. **/
@:coreType abstract Null<T> from T to T {}

@:coreType abstract Bool {}

/** A value whose type is looked at when the program runs. **/
@:coreType abstract Dynamic<T> {}

/** What a `for` loop steps through. **/
typedef Iterator<T> = {
	function hasNext():Bool;
	function next():T;
}

/** What a `for` loop can start from. **/
typedef Iterable<T> = {
	function iterator():Iterator<T>;
}

typedef KeyValueIterator<K, V> = Iterator<{key:K, value:V}>;

typedef KeyValueIterable<K, V> = {
	function keyValueIterator():KeyValueIterator<K, V>;
}

/** Allows `a[i]` on an extern type. **/
extern interface ArrayAccess<T> {}
