package haxe.ds;

/** A `Map` whose keys are objects, by identity. **/
class ObjectMap<K:{}, V> extends Map<K, V> {}
