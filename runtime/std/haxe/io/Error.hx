package haxe.io;

/** What reading, writing and access to bytes throw, besides `Eof`. **/
enum Error {
	/** The stream would have to wait. **/
	Blocked;

	/** A number does not fit where it is written. **/
	Overflow;

	/** A position or a length is outside of the bytes. **/
	OutsideBounds;

	/** Any other error, of the stream's own. **/
	Custom(e:Dynamic);
}
