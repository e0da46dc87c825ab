package haxe.ds;

/** A `Map` whose keys are `String`. **/
class StringMap<V> extends Map<String, V> {}
