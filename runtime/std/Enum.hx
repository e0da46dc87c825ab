/** An enum as a value. **/
@:coreType abstract Enum<T> {}
