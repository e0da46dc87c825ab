package haxe.io;

/** How text is written as bytes. **/
enum Encoding {
	UTF8;

	/** As text is held in memory: UTF-16, little-endian. **/
	RawNative;
}
