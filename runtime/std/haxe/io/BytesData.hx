package haxe.io;

/** The memory behind `Bytes`: its size never changes. **/
@:coreType abstract BytesData {}
