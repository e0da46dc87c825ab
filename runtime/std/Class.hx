/** A class as a value. **/
@:coreType abstract Class<T> {}
