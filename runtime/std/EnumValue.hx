/** A value of any enum. **/
@:coreType abstract EnumValue {}
