package haxe.ds;

/** A `Map` whose keys are `Int`. **/
class IntMap<V> extends Map<Int, V> {}
