typedef List<T> = haxe.ds.List<T>;
