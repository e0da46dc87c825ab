typedef Map<K, V> = haxe.ds.Map<K, V>;
typedef IMap<K, V> = haxe.Constraints.IMap<K, V>;
