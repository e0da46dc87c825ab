package haxe;

/** Any function. **/
@:callable abstract Function(Dynamic) {}

/** An enum whose constructors take no arguments. **/
abstract FlatEnum(Dynamic) {}

/** Anything but `Void`. **/
abstract NotVoid(Dynamic) {}

/** A class with a public constructor of type `T`: `new` works on a parameter of a `@:generic` declaration so constrained. **/
abstract Constructible<T>(Dynamic) {}

/** What every map can do. **/
interface IMap<K, V> {
	function get(k:K):Null<V>;
	function set(k:K, v:V):Void;
	function exists(k:K):Bool;
	function remove(k:K):Bool;
	function keys():Iterator<K>;
	function iterator():Iterator<V>;
	function keyValueIterator():KeyValueIterator<K, V>;
	function copy():IMap<K, V>;
	function toString():String;
	function clear():Void;
}
